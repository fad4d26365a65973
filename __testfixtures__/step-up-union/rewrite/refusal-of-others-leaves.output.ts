import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

type Next = (failure?: unknown) => void;

/** The same exits where they leave, or where nothing is asked for behind them. */
export class Client {
  private scope?: string;
  private lastError?: string | undefined;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
    private readonly warn: (message: string) => void,
  ) {}

  async callsNextAndLeaves(response: Response, next: Next): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") {
      return next(new Error(`upstream says ${response.status}`));
    }
    const tokens = await this.provider.tokens();
    if (scope) {
      this.scope = unionScopes(tokens?.scope, this.scope, scope);
    }
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }

  async onlyRemembersBehindNext(response: Response, next: Next): Promise<void> {
    const { error } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") next(new Error(`upstream says ${response.status}`));
    this.lastError = error;
    this.warn(`refused: ${this.lastError}`);
  }

  async throwsAgain(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    try {
      if (error !== "insufficient_scope") throw new Error(`${response.status}: ${error}`);
    } catch (cause) {
      this.warn(`${cause}`);
      throw cause;
    }
    const tokens = await this.provider.tokens();
    if (scope) {
      this.scope = unionScopes(tokens?.scope, this.scope, scope);
    }
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
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
