import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Mixed {
  async get() {
    const response = await fetch(this.url);
    if (this.provider && (response.status === 401 || response.status === 403)) {
      const { scope } = extractWWWAuthenticateParams(response);
      this.scope = scope; // expect: rewrite shared-401-403-handler (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
    return response;
  }

  async post(body) {
    const response = await fetch(this.url, { method: "POST", body });
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (this.provider && error === "insufficient_scope") {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
    return response;
  }
}
