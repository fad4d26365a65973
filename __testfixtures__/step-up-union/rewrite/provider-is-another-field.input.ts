import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class GatewayConnection {
  private wantedScope?: string;
  private answered = new Set<string>();

  constructor(
    private readonly endpoint: URL,
    private readonly credentials: { readonly oauth: OAuthClientProvider },
  ) {}

  async request(init: RequestInit): Promise<Response> {
    const response = await fetch(this.endpoint, init);
    if (response.status !== 403) return response;
    const { scope, error, resourceMetadataUrl } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope !== undefined) {
      if (this.answered.has(scope)) return response;
      this.answered.add(scope);
      this.wantedScope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      await auth(this.credentials.oauth, { serverUrl: this.endpoint, scope: this.wantedScope, resourceMetadataUrl });
      return this.request(init);
    }
    return response;
  }
}
