import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Returning {
  async onResponse(response) {
    if (response.ok) return response;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status !== 403 || error !== "insufficient_scope" || !this.provider) return response;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    return fetch(this.url);
  }
}
