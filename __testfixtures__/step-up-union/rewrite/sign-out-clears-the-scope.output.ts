import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Kiosk {
  private scope?: string;

  constructor(
    private readonly archive: URL,
    private readonly visitor: OAuthClientProvider,
  ) {}

  async signOut(): Promise<void> {
    await this.visitor.invalidateCredentials?.("all");
    this.scope = undefined;
  }

  async request(path: string, mayAsk = true): Promise<Response> {
    const response = await fetch(new URL(path, this.archive));
    if (response.status !== 403 || !mayAsk) return response;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return response;
    const tokens = await this.visitor.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, scope);
    await auth(this.visitor, { serverUrl: this.archive, scope: this.scope });
    return this.request(path, false);
  }
}

/** What is refused is forgotten, and the same user asked again: for what was asked before, too. */
export class Client {
  private scope?: string;

  constructor(
    private readonly server: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async start(): Promise<void> {
    try {
      await auth(this.provider, { serverUrl: this.server, scope: "read" });
    } catch (error) {
      await this.provider.invalidateCredentials?.("tokens");
      throw error;
    }
  }

  async request(path: string, mayAsk = true): Promise<Response> {
    const response = await fetch(new URL(path, this.server));
    if (response.status !== 403 || !mayAsk) return response;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return response;
    const tokens = await this.provider.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, scope);
    await auth(this.provider, { serverUrl: this.server, scope: this.scope });
    return this.request(path, false);
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
