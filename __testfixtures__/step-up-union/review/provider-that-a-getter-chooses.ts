import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Servers {
  private scope?: string;
  private active: "main" | "admin" = "main";
  private session: { provider: OAuthClientProvider };

  constructor(
    private readonly main: OAuthClientProvider,
    private readonly admin: OAuthClientProvider,
    private readonly url: URL,
  ) {
    this.session = { provider: main };
  }

  private get provider(): OAuthClientProvider {
    return this.active === "main" ? this.main : this.admin;
  }

  private use(provider: OAuthClientProvider): void {
    this.session = { provider };
  }

  /** What was asked for before, was asked of another provider. */
  async throughGetter(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.active = "admin";
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }

  async throughMethod(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.use(this.admin);
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(this.session.provider, { serverUrl: this.url, scope: this.scope });
  }

  async throughMethodTooLate(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, granted-scope-unknown)
    this.use(this.admin);
    await auth(this.session.provider, { serverUrl: this.url, scope: this.scope });
  }
}
