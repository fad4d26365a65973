import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async send(body: string, round = 0): Promise<Response> {
    const tokens = await this.provider.tokens();
    const headers = tokens ? { authorization: `Bearer ${tokens.access_token}` } : undefined;
    const response = await fetch(this.url, { method: "POST", body, headers });
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (round < 2 && error === "insufficient_scope" && scope !== undefined) {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.send(body, round + 1);
    }
    return response;
  }
}
