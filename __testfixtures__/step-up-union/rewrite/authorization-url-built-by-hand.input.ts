import { parseChallenge } from "../shared/challenge.js";
import type { OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class BrowserLogin {
  constructor(
    private readonly authorizationEndpoint: string,
    private readonly clientId: string,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const challenge = parseChallenge(response.headers.get("www-authenticate"));
    if (challenge.error === "insufficient_scope" && challenge.scope) {
      const url = new URL(this.authorizationEndpoint);
      url.searchParams.set("response_type", "code");
      url.searchParams.set("client_id", this.clientId);
      url.searchParams.set("scope", challenge.scope); // expect: rewrite challenge-only-scope
      await this.provider.redirectToAuthorization(url);
    }
  }
}
