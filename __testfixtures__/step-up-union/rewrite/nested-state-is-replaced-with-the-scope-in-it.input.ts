import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface State {
  readonly tries: number;
  readonly auth: { readonly scope?: string; readonly since?: number };
}

export class Client {
  private state: State = { tries: 0, auth: {} };

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.state = { ...this.state, auth: { ...this.state.auth, scope } }; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.serverUrl, scope: this.state.auth.scope });
    }
  }
}
