import { extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import { loginWithScope } from "../shared/login.js";

export class Declared {
  private scope: string;

  constructor(
    initialScope: string,
    private readonly provider: OAuthClientProvider,
  ) {
    this.scope = initialScope;
  }

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) {
      throw new Error(`Forbidden: ${error ?? "no reason given"}`);
    }
    const tokens = await this.provider.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, scope) ?? scope;
    await loginWithScope(this.scope);
  }

  async describe(): Promise<string> {
    const stored = await this.provider.tokens();
    return `granted: ${stored?.scope ?? "nothing"}`;
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
