interface Wish {
  resource: string;
  scope: string;
}

interface Problem {
  error?: string;
  scope?: string;
  resource?: string;
}

/** The refusal names the resource along with its scope: a union would ask one of what another has. */
export class Caller {
  private wish: Wish = { resource: "urn:directory", scope: "base" };
  private token = "";

  constructor(
    private readonly issuer: string,
    private readonly api: string,
  ) {}

  private async login(): Promise<void> {
    const body = new URLSearchParams({ grant_type: "urn:ietf:params:oauth:grant-type:token-exchange", ...this.wish });
    const response = await fetch(`${this.issuer}/token`, { method: "POST", body });
    this.token = ((await response.json()) as { access_token: string }).access_token;
  }

  async call(path: string, again = true): Promise<Response> {
    const response = await fetch(this.api + path, { headers: { authorization: `Bearer ${this.token}` } });
    if (response.status !== 403 || !again) return response;
    const problem = (await response.json()) as Problem;
    if (problem.error !== "insufficient_scope" || !problem.scope) return response;
    this.wish = { resource: problem.resource ?? this.wish.resource, scope: problem.scope }; // expect: review unfit-sink (advice granted-scope-unknown)
    await this.login();
    return this.call(path, false);
  }
}
