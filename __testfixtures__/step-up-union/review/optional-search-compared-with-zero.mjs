import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class AnyAnswer {
  async onRefused(response) {
    const header = response.headers.get("www-authenticate");
    if (header?.search(/insufficient_scope/) < 0) return;
    const { scope } = extractWWWAuthenticateParams(response);
    this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
