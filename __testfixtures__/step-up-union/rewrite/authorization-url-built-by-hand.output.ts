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
      const tokens = await this.provider.tokens();
      const url = new URL(this.authorizationEndpoint);
      url.searchParams.set("response_type", "code");
      url.searchParams.set("client_id", this.clientId);
      url.searchParams.set("scope", unionScopes(tokens?.scope, challenge.scope) ?? challenge.scope);
      await this.provider.redirectToAuthorization(url);
    }
  }
}

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 * Typed as a string where the last part is one, as a scope is never blank; of blanks alone, the union is undefined.
 */
function unionScopes(...scopes: [...Array<string | undefined>, string]): string;
function unionScopes(...scopes: Array<string | undefined>): string | undefined;
function unionScopes(...scopes: Array<string | undefined>): string | undefined {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}
