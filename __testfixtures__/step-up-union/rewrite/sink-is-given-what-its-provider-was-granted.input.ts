import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

/** By whatever name the provider goes, it is the one that is asked. */
export class Client {
  private scope?: string;

  constructor(
    private readonly authProvider: OAuthClientProvider,
    private readonly serverUrl: URL,
  ) {}

  async headers(): Promise<Record<string, string>> {
    const { authProvider: provider } = this;
    const tokens = await provider.tokens();
    this.scope ??= tokens?.scope;
    return { authorization: `Bearer ${tokens?.access_token}` };
  }

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.authProvider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}
