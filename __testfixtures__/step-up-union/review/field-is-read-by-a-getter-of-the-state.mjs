import { extractWWWAuthenticateParams } from "./auth.js";

export class Status {
  onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.state = "denied";
      this.requiredScope = scope; // expect: review unproven-step-up (advice granted-scope-unknown, scope-may-be-missing)
    }
  }

  getState() {
    return { state: this.state, requiredScope: this.requiredScope };
  }
}
