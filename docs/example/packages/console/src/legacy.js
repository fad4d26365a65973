import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Legacy {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      // step-up-union-ignore-next-line replaced-scope -- this server grants one scope at a time
      this.scope = scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
