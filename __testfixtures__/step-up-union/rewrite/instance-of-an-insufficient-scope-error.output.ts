import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import { InsufficientScopeError, UnauthorizedError } from "../shared/errors.js";

export class Catching {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async run(call: () => Promise<Response>): Promise<Response> {
    try {
      return await call();
    } catch (error) {
      if (error instanceof UnauthorizedError) {
        this.scope = error.scope;
        await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      } else if (error instanceof InsufficientScopeError) {
        const tokens = await this.provider.tokens();
        this.scope = unionScopes(tokens?.scope, this.scope, error.requiredScope);
        await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      } else {
        throw error;
      }
      return call();
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
