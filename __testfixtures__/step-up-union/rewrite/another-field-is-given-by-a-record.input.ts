import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Remote {
  private scope?: string;
  private url: URL;
  name?: string;

  constructor(private readonly provider: OAuthClientProvider, url: URL) {
    this.url = url;
  }

  call(settings: { name: string }): void {
    Object.assign(this, { name: settings.name }, { "listed": true });
  }

  async send(body: string): Promise<Response> {
    const response = await fetch(this.url, { method: "POST", body });
    if (response.status === 403 && response.headers.get("www-authenticate")?.includes("insufficient_scope")) {
      const scope = /scope="([^"]*)"/.exec(response.headers.get("www-authenticate") ?? "")?.[1];
      if (scope) {
        this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
        await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      }
    }
    return response;
  }
}
