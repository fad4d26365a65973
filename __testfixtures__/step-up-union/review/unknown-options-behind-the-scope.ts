import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Options {

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
    private readonly options: { scope?: string },
    private readonly key: string,
  ) {}

  async onSpread(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      await auth(this.provider, { serverUrl: this.url, scope, ...this.options }); // expect: review scope-precedence (advice refresh-cannot-widen)
    }
  }

  async onAssign(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      await auth(this.provider, Object.assign({ serverUrl: this.url, scope }, this.options)); // expect: review scope-precedence (advice refresh-cannot-widen)
    }
  }

  async onComputed(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      await auth(this.provider, { serverUrl: this.url, scope, [this.key]: "other" }); // expect: review scope-precedence (advice refresh-cannot-widen)
    }
  }
}
