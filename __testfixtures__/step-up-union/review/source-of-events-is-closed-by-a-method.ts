import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Live {
  private scope?: string;
  constructor(private readonly socket: EventSource, private readonly url: string, private readonly provider: OAuthClientProvider) {
    socket.onmessage = (event) => void this.onMessage(event.data);
  }
  private async onMessage(res: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(res);
    if (res.status !== 403 || error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    this.socket.close();
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
