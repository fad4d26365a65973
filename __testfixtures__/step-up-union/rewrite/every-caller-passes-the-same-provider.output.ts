import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Passing {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async get(path: string): Promise<Response> {
    const response = await fetch(new URL(path, this.url));
    await this.#onRefused(response, this.provider, { serverUrl: this.url });
    return response;
  }

  async post(path: string, body: string): Promise<Response> {
    const response = await fetch(new URL(path, this.url), { method: "POST", body });
    await this.#onRefused(response, this.provider, { serverUrl: this.url });
    return response;
  }

  async #onRefused(response: Response, provider: OAuthClientProvider, { serverUrl }: { serverUrl: URL }): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    const tokens = await provider.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, scope);
    await auth(provider, { serverUrl, scope: this.scope });
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
