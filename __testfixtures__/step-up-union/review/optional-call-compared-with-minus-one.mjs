import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class NotMinusOne {
  async onRefused(response) {
    const header = response.headers.get("www-authenticate");
    if (response.status === 403 && header?.indexOf("insufficient_scope") !== -1) {
      const { scope } = extractWWWAuthenticateParams(response);
      this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
