import type { OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Host {
  open(url: string, target: string, features: string): unknown;
}

/** The host opens the window of a browser, which allows that only while the click is handled. */
export class ShareDialog {
  private challenge: { error?: string; scope?: string } = {};
  private scope?: string;

  constructor(
    private readonly host: Host,
    private readonly provider: OAuthClientProvider,
    private readonly url: string,
  ) {}

  async submit(path: string): Promise<Response> {
    const tokens = await this.provider.tokens();
    const response = await fetch(this.url + path, { headers: { authorization: `Bearer ${tokens?.access_token}` } });
    if (response.status === 403) this.challenge = (await response.clone().json()) as { error?: string; scope?: string };
    return response;
  }

  onAllow = async (): Promise<void> => {
    const { challenge } = this;
    if (challenge.error !== "insufficient_scope" || !challenge.scope) return;
    this.scope = challenge.scope; // expect: review unfit-sink
    const query = new URLSearchParams({ client_id: "share", response_type: "code", scope: this.scope });
    this.host.open(`${this.url}/authorize?${query}`, "consent", "width=480,height=640");
  };
}
