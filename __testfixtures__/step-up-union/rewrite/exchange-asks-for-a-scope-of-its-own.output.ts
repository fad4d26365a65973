import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class DataRoom {
  private scope?: string;

  constructor(
    private readonly room: URL,
    private readonly member: OAuthClientProvider,
    private readonly partner: { tokenEndpoint: string; clientId: string; scope: string },
  ) {}

  async lookUp(file: string, again = true): Promise<Response> {
    const response = await fetch(new URL(file, this.room));
    if (response.status !== 403 || !again) return response;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return response;
    const tokens = await this.member.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, scope);
    await auth(this.member, { serverUrl: this.room, scope: this.scope });
    return this.lookUp(file, false);
  }

  async exchange(subject: string): Promise<Response> {
    const body = new URLSearchParams({
      grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
      client_id: this.partner.clientId,
      subject_token: subject,
      scope: this.partner.scope,
    });
    return fetch(this.partner.tokenEndpoint, { method: "POST", body });
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
