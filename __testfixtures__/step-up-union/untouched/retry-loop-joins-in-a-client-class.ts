import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async get(): Promise<Response> {
    let scope = this.scope;
    for (let attempt = 0; attempt < 3; attempt++) {
      const response = await fetch(this.url);
      const challenge = extractWWWAuthenticateParams(response);
      if (challenge.error !== "insufficient_scope") return response;
      scope = [scope, challenge.scope].filter(Boolean).join(" "); // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope });
    }
    throw new Error("forbidden");
  }
}
