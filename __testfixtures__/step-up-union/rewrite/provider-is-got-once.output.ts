import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import { makeProvider } from "./provider.js";

/** Got while it is made, the provider is the same ever after, by whatever getter it is read. */
export class Client {
  private scope: string | undefined;
  private readonly own: { readonly provider: OAuthClientProvider };

  constructor(private readonly url: string) {
    this.own = { provider: makeProvider() };
  }

  private get provider(): OAuthClientProvider {
    return this.own.provider;
  }

  /** A server may give them in either way. */
  private async mayWrite(): Promise<boolean> {
    const tokens = await this.provider.tokens();
    return tokens?.scope?.split(/[\s,]+/).includes("write") ?? false;
  }

  async onForbidden(response: Response): Promise<boolean> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return false;
    const tokens = await this.provider?.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, scope);
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    return this.mayWrite();
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
