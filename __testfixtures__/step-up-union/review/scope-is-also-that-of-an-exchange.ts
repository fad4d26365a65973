import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

/** The field is what a partner's server is asked for, too: it knows nothing of the scopes that the first one granted. */
export class DataRoom {
  private scope?: string;

  constructor(
    private readonly room: URL,
    private readonly member: OAuthClientProvider,
    private readonly partner: { tokenEndpoint: string; clientId: string },
  ) {}

  async lookUp(file: string, again = true): Promise<Response> {
    const response = await fetch(new URL(file, this.room));
    if (response.status !== 403 || !again) return response;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return response;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(this.member, { serverUrl: this.room, scope: this.scope });
    return this.lookUp(file, false);
  }

  async exchange(subject: string): Promise<Response> {
    const body = new URLSearchParams({ client_id: this.partner.clientId, subject_token: subject });
    body.set("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange");
    body.set("scope", this.scope ?? "files:read");
    return fetch(this.partner.tokenEndpoint, { method: "POST", body });
  }
}
