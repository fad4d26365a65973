import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

// What fetches for the handler empties the tokens on a 401 alone, and gives the answer that it tested.

type Fetch = (url: URL, init?: RequestInit) => Promise<Response>;

export class ByParameter {
  private scope?: string;
  private readonly send: Fetch;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {
    this.send = async (url, init) => {
      const answer = await fetch(url, init);
      if (answer.status === 401) await provider.saveTokens({ access_token: "", token_type: "Bearer" });
      return answer;
    };
  }

  async get(path: string) {
    const response = await this.send(new URL(path, this.url));
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status === 403 && error === "insufficient_scope") {
      const tokens = await this.provider.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, scope);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
    return response;
  }
}

export class ByName {
  private scope?: string;
  private readonly send: Fetch;
  private readonly provider: OAuthClientProvider;

  constructor(
    store: OAuthClientProvider,
    private readonly url: URL,
  ) {
    this.provider = store;
    this.send = async (url, init) => {
      const answer = await fetch(url, init);
      if (answer.status === 401) await store.saveTokens({ access_token: "", token_type: "Bearer" });
      return answer;
    };
  }

  async get(path: string) {
    const response = await this.send(new URL(path, this.url));
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status === 403 && error === "insufficient_scope") {
      const tokens = await this.provider.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, scope);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
    return response;
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
