import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Returning {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<string> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return "";
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    const form = new URLSearchParams({ scope: this.scope });
    await fetch(this.url, { method: "POST", body: form });
    await auth(this.provider, { serverUrl: this.url, scope }); // expect: rewrite challenge-only-scope (advice refresh-cannot-widen)
    return scope;
  }

  async again(response: Response): Promise<string> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return "";
    this.scope = scope; // expect: rewrite replaced-scope
    return this.scope;
  }
}
