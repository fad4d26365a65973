import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class FirstLogin {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async get(): Promise<Response> {
    const response = await fetch(this.url);
    if (response.status === 401) {
      const { scope } = extractWWWAuthenticateParams(response);
      this.scope = scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
    const { error } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      throw new Error("The account lacks a permission");
    }
    return response;
  }
}
