import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Keeping {
  async onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope ??= scope;
      this.fallback ||= scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      await auth(this.provider, { serverUrl: this.url, scope: this.fallback });
    }
  }
}
