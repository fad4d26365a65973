import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Tokens {
  access_token: string;
  scope?: string;
}
export class Client {
  private wanted?: string;
  private tokens?: Tokens;
  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: string,
  ) {}
  get granted(): string | undefined {
    return this.tokens?.scope;
  }
  async exchange(code: string): Promise<void> {
    const reply = await fetch(`${this.url}/token`, { method: "POST", body: new URLSearchParams({ code }) });
    if (reply.status !== 200) throw new Error("no token");
    this.tokens = (await reply.json()) as Tokens;
  }
  async get(path: string): Promise<Response> {
    if (!this.tokens) throw new Error("not signed in");
    const response = await fetch(this.url + path, { headers: { authorization: `Bearer ${this.tokens.access_token}` } });
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status !== 403 || error !== "insufficient_scope" || !scope) return response;
    const tokens = await this.provider.tokens();
    this.wanted = unionScopes(tokens?.scope, this.wanted, scope);
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
