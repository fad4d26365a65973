import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class LoopingClient {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async post(body: string): Promise<Response> {
    for (let attempt = 0; attempt < 3; attempt++) {
      const response = await fetch(this.url, { method: "POST", body });
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error === "insufficient_scope") {
        if (attempt === 2) break;
        this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
        await auth(this.provider, { serverUrl: this.url, scope: this.scope });
        continue;
      }
      return response;
    }
    throw new Error("The server keeps asking for more scope");
  }
}
