import { auth, extractWWWAuthenticateParams } from "./auth.js";

// A 403 with insufficient_scope is answered by another class.

export class Listed {
  async onRefused(response) {
    if (response.status === 401) {
      const { scope } = extractWWWAuthenticateParams(response);
      this.scopes = scope?.split(" ") ?? [];
      await auth(this.provider, { serverUrl: this.url, scope: this.scopes.join(" ") });
    }
  }
}
