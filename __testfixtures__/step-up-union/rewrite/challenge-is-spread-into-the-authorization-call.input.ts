import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Spreading {
  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onRefused(response: Response): Promise<void> {
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error === "insufficient_scope") {
      await auth(this.provider, { serverUrl: this.url, ...challenge }); // expect: rewrite challenge-only-scope (advice refresh-cannot-widen, scope-may-be-missing)
    }
  }

  async onRefusedWithoutAName(response: Response): Promise<void> {
    const header = response.headers.get("www-authenticate") ?? "";
    if (!header.includes("insufficient_scope")) return;
    await auth(this.provider, {
      ...extractWWWAuthenticateParams(response), // expect: rewrite challenge-only-scope (advice refresh-cannot-widen, scope-may-be-missing)
      serverUrl: this.url,
    });
  }
}
