import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Spreading {
  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onRefused(response: Response): Promise<void> {
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error === "insufficient_scope") {
      await auth(this.provider, { serverUrl: this.url, ...challenge });
    }
  }

  async onRefusedWithoutAName(response: Response): Promise<void> {
    const header = response.headers.get("www-authenticate") ?? "";
    if (!header.includes("insufficient_scope")) return;
    await auth(this.provider, {
      ...extractWWWAuthenticateParams(response),
      serverUrl: this.url,
    });
  }
}
