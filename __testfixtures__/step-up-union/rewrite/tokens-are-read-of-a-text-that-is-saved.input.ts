import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import type { OAuthTokens } from "@modelcontextprotocol/sdk/shared/auth.js";

export class Kept {
  private saved?: string;
  tokens(): OAuthTokens | undefined {
    return this.saved ? JSON.parse(this.saved) : undefined;
  }
  saveTokens(tokens: OAuthTokens): void {
    this.saved = JSON.stringify(tokens);
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
