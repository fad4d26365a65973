import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

function parse(header: string) {
  const parameters = new Map<string, string>();
  for (const [, name = "", value = ""] of header.matchAll(/(\w+)="([^"]*)"/g)) parameters.set(name, value);
  return { error: parameters.get("error"), scope: parameters.get("scope") };
}

export class Gallery {
  private scope: string | undefined;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async read(path: string, again = true): Promise<Response> {
    const tokens = await this.provider.tokens();
    const response = await fetch(new URL(path, this.url), {
      headers: { authorization: `Bearer ${tokens?.access_token}` },
    });
    const challenge = parse(response.headers.get("www-authenticate") ?? "");
    if (response.status !== 403 || challenge.error !== "insufficient_scope" || !again) return response;
    const grantedTokens = await this.provider.tokens();
    this.scope = unionScopes(grantedTokens?.scope, this.scope, challenge.scope);
    const result = await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    return result === "AUTHORIZED" ? this.read(path, false) : response;
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
