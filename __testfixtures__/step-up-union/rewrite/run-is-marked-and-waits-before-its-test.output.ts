import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

// Between the mark and its test the handler waits anyway, and what it looks at behind the site is no mark of its own.
export class Waiting {
  private scope?: string;
  private generation = 0;
  private answers = 0;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
    private readonly isClosed: () => boolean,
  ) {}

  async tested(response: Response): Promise<string> {
    const mine = ++this.generation;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return "other";
    const tokens = await this.provider.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, scope);
    const result = await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    return mine === this.generation ? result : "outdated";
  }

  async counted(response: Response): Promise<string> {
    this.answers++;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return `other answer, ${this.answers}`;
    const tokens = await this.provider.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, scope);
    if (this.isClosed()) return "closed";
    return auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }

  private isBusy = false;

  async released(response: Response): Promise<string> {
    if (response.ok) {
      this.isBusy = false;
      return "done";
    }
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return "other";
    const tokens = await this.provider.tokens();
    if (this.isBusy) return "busy";
    this.isBusy = true;
    this.scope = unionScopes(tokens?.scope, this.scope, scope);
    return auth(this.provider, { serverUrl: this.url, scope: this.scope });
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
