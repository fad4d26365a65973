import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class C {
  private scope?: string;
  constructor(
    private provider: OAuthClientProvider,
    private url: URL,
  ) {}
  async on(res: Response): Promise<unknown> {
    const ch = extractWWWAuthenticateParams(res);
    const { error, scope } = ch;
    const is = { stepUp: error === "insufficient_scope", expired: error === "invalid_token" };
    if (is.stepUp) {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
    return undefined;
  }
}
