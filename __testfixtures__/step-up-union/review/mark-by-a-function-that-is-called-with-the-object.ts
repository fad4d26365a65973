import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

function enter(this: { busy: boolean }): void {
  this.busy = true;
}

export class Client {
  private scope: string | undefined;
  busy = false;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    if (this.busy) throw new Error("refused again");
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      enter.call(this);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
