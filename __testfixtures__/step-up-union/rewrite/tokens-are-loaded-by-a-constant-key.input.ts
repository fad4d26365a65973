import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import type { OAuthTokens } from "@modelcontextprotocol/sdk/shared/auth.js";

export class Kept {
  private state: { tokens?: OAuthTokens } = {};
  constructor(private readonly store: Map<string, { tokens?: OAuthTokens }>) {}
  async load(): Promise<void> {
    this.state = this.store.get("oauth") ?? {};
  }
  async tokens(): Promise<OAuthTokens | undefined> {
    return this.state.tokens;
  }
}

export class Calendar {
  private scope?: string;
  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: string,
  ) {}
  async get(path: string): Promise<Response> {
    const response = await fetch(this.url + path);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status !== 403 || error !== "insufficient_scope" || !scope) return response;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    return fetch(this.url + path);
  }
}
