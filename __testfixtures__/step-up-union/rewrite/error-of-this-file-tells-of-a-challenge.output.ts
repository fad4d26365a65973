import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

class InsufficientScopeError extends Error {
  readonly code = "insufficient_scope";

  constructor(readonly requiredScope: string | undefined) {
    super(`requires ${requiredScope}`);
  }
}

function refused(response: Response): never {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error !== "insufficient_scope") throw new Error(`HTTP ${response.status}`);
  throw new InsufficientScopeError(scope);
}

export class Client {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  private async attempt(body: string): Promise<Response> {
    const response = await fetch(this.url, { method: "POST", body });
    if (!response.ok) refused(response);
    return response;
  }

  async run(body: string): Promise<Response> {
    try {
      return await this.attempt(body);
    } catch (error) {
      if (!(error instanceof InsufficientScopeError)) throw error;
      const tokens = await this.provider.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, error.requiredScope);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.attempt(body);
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
