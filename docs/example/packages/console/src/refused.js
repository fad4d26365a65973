import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Session {
  /** Serves both: a first authorization, and one for more. */
  async onRefused(response) {
    if (response.status === 401 || response.status === 403) {
      const { scope } = extractWWWAuthenticateParams(response);
      this.scope = scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
