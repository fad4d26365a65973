import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  #scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async send(body: string): Promise<Response> {
    const response = await fetch(this.url, { method: "POST", body });
    const { error } = extractWWWAuthenticateParams(response);
    return response.status === 403 && error === "insufficient_scope" ? this.#probe() : response;
  }

  async #probe(): Promise<Response> {
    const second = await fetch(this.url, { method: "HEAD" });
    const tokens = await this.provider.tokens();
    const { error, scope } = extractWWWAuthenticateParams(second);
    if (second.status === 403 && error === "insufficient_scope" && scope) {
      this.#scope = unionScopes(tokens?.scope, this.#scope, scope);
      await auth(this.provider, { serverUrl: this.url, scope: this.#scope });
    }
    return second;
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
