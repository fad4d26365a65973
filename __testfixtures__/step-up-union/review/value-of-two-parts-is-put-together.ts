class ScopeNames {
  constructor(
    readonly scope: string,
    readonly base: string,
  ) {}
  full(name: string): string {
    return [this.base, name].join("/");
  }
}

export class Wallet {
  private readonly scopes = new ScopeNames("base", "https://api.example");
  private wanted = "base";
  constructor(
    private readonly url: string,
    private readonly login: (scope: string) => Promise<string>,
  ) {}
  async call(path: string, token: string): Promise<string | undefined> {
    const response = await fetch(this.url + path, { headers: { authorization: `Bearer ${token}` } });
    const body = (await response.json()) as { error?: string; scope: string };
    if (response.status !== 403 || body.error !== "insufficient_scope") return undefined;
    this.wanted = this.scopes.full(body.scope); // expect: review unproven-step-up (advice granted-scope-unknown)
    await this.login(this.wanted);
    return undefined;
  }
}
