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
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
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
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
    return response;
  }
}
