import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

const last = (...all: (string | undefined)[]): string | undefined => all.pop();

export class Left {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async popped(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      const tokens = await this.provider.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, [this.scope, scope].pop());
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async atTheEnd(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      const tokens = await this.provider.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, [this.scope, scope].at(-1));
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async byItsPlace(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      const tokens = await this.provider.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, [this.scope, scope][1]);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async shifted(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      const tokens = await this.provider.tokens();
      const all = [scope, this.scope];
      this.scope = unionScopes(tokens?.scope, this.scope, all.shift());
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async takenApart(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      const tokens = await this.provider.tokens();
      const [, next] = [this.scope, scope];
      this.scope = unionScopes(tokens?.scope, this.scope, next);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async helper(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      const tokens = await this.provider.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, last(this.scope, scope));
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
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
