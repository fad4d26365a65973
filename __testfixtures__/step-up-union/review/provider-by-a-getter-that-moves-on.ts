import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class InTurn {
  private turn = 0;
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly accounts: OAuthClientProvider[],
  ) {}

  private get provider(): OAuthClientProvider {
    return this.accounts[this.turn++ % this.accounts.length] as OAuthClientProvider;
  }

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async withNothingKept(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      await auth(this.provider, { serverUrl: this.url, scope }); // expect: review unfit-sink (advice refresh-cannot-widen)
    }
  }
}

export class FromAList {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly free: OAuthClientProvider[],
  ) {}

  private next(): OAuthClientProvider {
    return this.free.shift() as OAuthClientProvider;
  }

  private get provider(): OAuthClientProvider {
    return this.next();
  }

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
