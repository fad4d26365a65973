import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  private requested: string | undefined;
  private busy = false;
  private onEnter: () => void = () => {};

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {
    this.onEnter = () => {
      this.busy = true;
    };
  }

  async send(body: string): Promise<string> {
    const response = await fetch(this.url, { method: "POST", body });
    if (response.ok) {
      this.busy = false;
      return "done";
    }
    if (response.status === 403) {
      if (this.busy) throw new Error("refused again");
    }
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.requested = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      this.onEnter();
      await auth(this.provider, { serverUrl: this.url, scope: this.requested });
      return this.send(body);
    }
    throw new Error(`refused with ${response.status}`);
  }
}
