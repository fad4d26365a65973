import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

/** The scope that is missing, or null for any other answer. */
function missingScope(response: Response): string | null {
  const header = response.headers.get("www-authenticate") ?? "";
  if (!/\berror="insufficient_scope"/.test(header)) return null;
  return /\bscope="([^"]*)"/.exec(header)?.[1] || null;
}

export class Translations {
  private scope: string | undefined;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const missing = missingScope(response);
    if (missing === null) return;
    const tokens = await this.provider.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, missing);
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
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
