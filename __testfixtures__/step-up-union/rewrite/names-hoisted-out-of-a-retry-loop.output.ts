import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  /** The names are given anew in each round, before they are read. */
  async get(path: string): Promise<Response | undefined> {
    let response: Response | undefined;
    let error: string | undefined;
    let scope: string | undefined;
    for (let attempt = 0; attempt < 3; attempt++) {
      response = await fetch(new URL(path, this.url));
      if (response.status !== 403) return response;
      ({ error, scope } = extractWWWAuthenticateParams(response));
      if (error !== "insufficient_scope") return response;
      const tokens = await this.provider.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, scope);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
    return response;
  }

  /** This one is what the last round asked for. */
  async post(path: string): Promise<Response | undefined> {
    let wanted: string | undefined;
    for (let attempt = 0; attempt < 3; attempt++) {
      if (wanted) await auth(this.provider, { serverUrl: this.url, scope: wanted });
      const response = await fetch(new URL(path, this.url), { method: "POST" });
      if (response.status !== 403) return response;
      const challenge = extractWWWAuthenticateParams(response);
      if (challenge.error !== "insufficient_scope" || !challenge.scope) return response;
      const tokens = await this.provider.tokens();
      wanted = unionScopes(tokens?.scope, wanted, challenge.scope);
    }
    return undefined;
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
