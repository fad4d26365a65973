import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Flagged {
  async get(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    let again = false;
    if (response.status === 401) again = true;
    else if (response.status === 403 && error === "insufficient_scope") again = true;
    if (again) { this.scope = scope; await auth(this.provider, { serverUrl: this.url, scope: this.scope }); } // expect: review shared-401-403-handler (advice refresh-cannot-widen, scope-may-be-missing)
  }
}
