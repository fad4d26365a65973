import { auth, extractWWWAuthenticateParams } from "./auth.js";
import { retryableCodes } from "./codes.js";

export class Listing {
  async onChallenge(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (["insufficient_scope", ...retryableCodes].includes(error)) {
      this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
