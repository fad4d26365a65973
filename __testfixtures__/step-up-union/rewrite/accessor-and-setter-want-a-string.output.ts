import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Accessors {
  accessor first: string = "";
  #second = "";

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
    private third = "",
  ) {}

  set second(value: string) {
    this.#second = value;
  }

  get second(): string {
    return this.#second;
  }

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      const tokens = await this.provider.tokens();
      this.first = unionScopes(tokens?.scope, this.first, scope) ?? scope;
      this.second = unionScopes(tokens?.scope, this.second, scope) ?? scope;
      this.third = unionScopes(tokens?.scope, this.third, scope) ?? scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.first });
      await auth(this.provider, { serverUrl: this.url, scope: this.second });
      await auth(this.provider, { serverUrl: this.url, scope: this.third });
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
