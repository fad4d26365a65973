import { auth, extractWWWAuthenticateParams } from "./auth.js";

// A 403 with insufficient_scope is answered by another class.

export class Preferring {
  async onRefused(response) {
    if (response.status === 401) {
      const { scope } = extractWWWAuthenticateParams(response);
      this.lastScope = scope;
      this.scope = scope ?? this.options.scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
