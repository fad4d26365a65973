import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Context {
  get(name: "provider"): OAuthClientProvider;
}

export class Ledger {
  private scope?: string;

  constructor(
    private readonly context: Context,
    private readonly url: URL,
  ) {}

  private get provider(): OAuthClientProvider {
    return this.context.get("provider");
  }

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (scope) this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
