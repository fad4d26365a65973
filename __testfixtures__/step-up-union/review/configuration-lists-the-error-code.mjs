import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Configured {
  async onForbidden(response) {
    const { scope } = extractWWWAuthenticateParams(response);
    if (response.status === 403 && this.options.retryOn.includes("insufficient_scope")) {
      this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
