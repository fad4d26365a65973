import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Delegating {
  #scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async get(): Promise<Response> {
    const response = await fetch(this.url);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      await this.#widen(scope);
      return fetch(this.url);
    }
    return response;
  }

  async post(body: string): Promise<Response> {
    const response = await fetch(this.url, { method: "POST", body });
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error !== "insufficient_scope") return response;
    await this.#widen(challenge.scope);
    return fetch(this.url, { method: "POST", body });
  }

  async #widen(wanted: string | undefined): Promise<void> {
    const tokens = await this.provider.tokens();
    if (wanted) this.#scope = unionScopes(tokens?.scope, this.#scope, wanted);
    await auth(this.provider, { serverUrl: this.url, scope: this.#scope });
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
