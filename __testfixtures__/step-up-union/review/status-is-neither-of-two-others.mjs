import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Excluding {
  async get() {
    const response = await fetch(this.url);
    if (response.status !== 401 && response.status !== 403) return response;
    const { scope } = extractWWWAuthenticateParams(response);
    this.scope = scope; // expect: review shared-401-403-handler (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    return fetch(this.url);
  }
}
