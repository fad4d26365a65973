import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Poll {
  private timer?: ReturnType<typeof setInterval>;
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.poll(), 1000);
  }

  async poll(): Promise<void> {
    const response = await fetch(this.url);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    clearInterval(this.timer);
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    this.start();
  }
}
