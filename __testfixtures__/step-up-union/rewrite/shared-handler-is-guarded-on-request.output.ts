import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Guarded {
  private scope?: string;
  private attempts = 0;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async get(): Promise<Response> {
    const response = await fetch(this.url);
    if (response.status === 401 || response.status === 403) {
      const tokens = await this.provider.tokens();
      if (this.attempts > 1) throw new Error("authorization does not help");
      this.attempts++;
      const { scope } = extractWWWAuthenticateParams(response);
      this.scope = response.status === 403 ? unionScopes(tokens?.scope, this.scope, scope) : scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.get();
    }
    return response;
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
