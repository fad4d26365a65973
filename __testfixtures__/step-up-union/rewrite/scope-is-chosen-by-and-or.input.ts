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
    await auth(this.provider, { serverUrl: this.url, scope: (error === "insufficient_scope" && scope) || this.scope }); // expect: rewrite challenge-only-scope (advice refresh-cannot-widen, scope-may-be-missing)
    return undefined;
  }
}
