import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class NotFalse {
  async onRefused(response) {
    const header = response.headers.get("www-authenticate");
    if (header?.includes("insufficient_scope") === false) return;
    const { scope } = extractWWWAuthenticateParams(response);
    this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
