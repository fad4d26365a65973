import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

/** The pattern has a choice beside the code, and none around it; so has the one of the scope, whose second group is needed. */
export class Reports {
  private wanted?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: string,
  ) {}

  async read(path: string): Promise<Response> {
    const response = await fetch(this.url + path);
    const header = response.headers.get("www-authenticate") ?? "";
    const found = /(^|[\s,])scope="([^"]+)"/.exec(header);
    if (response.status !== 403 || !/(?:^|[\s,])error="insufficient_scope"/.test(header) || !found) return response;
    const tokens = await this.provider.tokens();
    this.wanted = unionScopes(tokens?.scope, this.wanted, found[2]);
    await auth(this.provider, { serverUrl: this.url, scope: this.wanted });
    return fetch(this.url + path);
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
