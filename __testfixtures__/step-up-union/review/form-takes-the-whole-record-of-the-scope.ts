interface Wish {
  resource: string;
  scope: string;
}

interface Problem {
  error?: string;
  scope?: string;
}

/** What a form is made of, its reader does not name. */
export class Caller {
  private wish: Wish = { resource: "urn:directory", scope: "base" };
  private token = "";

  constructor(
    private readonly issuer: string,
    private readonly api: string,
  ) {}

  private async login(): Promise<void> {
    const body = new URLSearchParams({ client_id: "caller", ...this.wish });
    const response = await fetch(`${this.issuer}/token`, { method: "POST", body });
    this.token = ((await response.json()) as { access_token: string }).access_token;
  }

  async call(path: string, again = true): Promise<Response> {
    const response = await fetch(this.api + path, { headers: { authorization: `Bearer ${this.token}` } });
    if (response.status !== 403 || !again) return response;
    const problem = (await response.json()) as Problem;
    if (problem.error !== "insufficient_scope" || !problem.scope) return response;
    this.wish.scope = problem.scope; // expect: review unfit-sink (advice granted-scope-unknown)
    await this.login();
    return this.call(path, false);
  }
}
