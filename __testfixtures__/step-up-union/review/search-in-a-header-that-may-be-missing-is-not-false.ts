import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class FormsClient {
  private scope: string | undefined;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onRefused(response: Response): Promise<void> {
    const header = response.headers.get("www-authenticate");
    if (header?.includes("insufficient_scope") !== false) {
      const scope = header?.match(/scope="([^"]+)"/)?.[1];
      if (scope) this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
