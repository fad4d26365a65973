import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Growing {
  scopes = new Set();

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      for (const one of (scope ?? "").split(" ")) this.scopes.add(one);
      await auth(this.provider, { serverUrl: this.url, scope: [...this.scopes].join(" ") });
    }
  }
}
