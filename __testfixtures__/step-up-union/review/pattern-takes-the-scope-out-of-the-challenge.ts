import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Taking {
  private scope?: string;
  resource?: URL;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onRefused(response: Response): Promise<void> {
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error === "insufficient_scope") {
      ({ scope: this.scope, resourceMetadataUrl: this.resource } = challenge); // expect: review unfit-sink (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async onRefusedWithADefault(response: Response): Promise<void> {
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error === "insufficient_scope") {
      ({ scope: this.scope = "offline_access" } = challenge); // expect: review unfit-sink (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async onRefusedWithACapture(response: Response): Promise<void> {
    const header = response.headers.get("www-authenticate") ?? "";
    if (header.includes("insufficient_scope")) {
      [, this.scope] = /scope="([^"]*)"/.exec(header) as RegExpExecArray; // expect: review unfit-sink (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
