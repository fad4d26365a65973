import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Remote {
  private scope?: string;
  private url: URL;

  constructor(private readonly provider: OAuthClientProvider, url: URL) {
    this.url = url;
  }

  use(settings: { url: URL }): void {
    Object.assign(this, settings);
  }

  async send(body: string): Promise<Response> {
    const response = await fetch(this.url, { method: "POST", body });
    if (response.status === 403 && response.headers.get("www-authenticate")?.includes("insufficient_scope")) {
      const scope = /scope="([^"]*)"/.exec(response.headers.get("www-authenticate") ?? "")?.[1];
      if (scope) {
        this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
        await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      }
    }
    return response;
  }
}
