import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Spreading {
  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onRefused(response: Response): Promise<void> {
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error === "insufficient_scope") {
      const tokens = await this.provider.tokens();
      await auth(this.provider, { serverUrl: this.url, ...challenge, scope: unionScopes(tokens?.scope, challenge.scope) });
    }
  }

  async onRefusedWithoutAName(response: Response): Promise<void> {
    const header = response.headers.get("www-authenticate") ?? "";
    if (!header.includes("insufficient_scope")) return;
    const tokens = await this.provider.tokens();
    await auth(this.provider, {
      ...extractWWWAuthenticateParams(response),
      scope: unionScopes(tokens?.scope, extractWWWAuthenticateParams(response).scope),
      serverUrl: this.url,
    });
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
