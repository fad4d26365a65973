import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class GalleryClient {
  private scope: string | undefined;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  private async once(body: string): Promise<Response> {
    const tokens = await this.provider.tokens();
    const headers = { authorization: `Bearer ${tokens?.access_token}` };
    return fetch(this.url, { method: "POST", headers, body });
  }

  async retry(response: Response, body: string): Promise<Response> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return response;
    if (scope) this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    if (scope) return this.once(body);
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    return this.once(body);
  }
}
