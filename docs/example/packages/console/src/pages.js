import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Pages {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.pages[this.next()].scope = scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.pages[this.current].scope });
    }
  }
}
