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
      const tokens = await this.credentials.oauth.tokens();
      if (this.answered.has(scope)) return response;
      this.answered.add(scope);
      this.wantedScope = unionScopes(tokens?.scope, this.wantedScope, scope);
      await auth(this.credentials.oauth, { serverUrl: this.endpoint, scope: this.wantedScope, resourceMetadataUrl });
      return this.request(init);
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
