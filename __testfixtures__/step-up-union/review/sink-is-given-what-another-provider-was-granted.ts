import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

/** What the user was granted is kept where the step-up of the administrator is asked for. */
export class Console {
  private scope?: string;

  constructor(
    private readonly user: OAuthClientProvider,
    private readonly admin: OAuthClientProvider,
    private readonly serverUrl: URL,
  ) {}

  async headers(isAdmin: boolean): Promise<Record<string, string>> {
    const provider = isAdmin ? this.admin : this.user;
    const tokens = await provider.tokens();
    this.scope ??= tokens?.scope;
    return { authorization: `Bearer ${tokens?.access_token}` };
  }

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(this.admin, { serverUrl: this.serverUrl, scope: this.scope });
  }
}
