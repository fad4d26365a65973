import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Falling {
  async onChallenge(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    switch (error) {
      case "invalid_token":
      case "insufficient_scope":
        this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
        await auth(this.provider, { serverUrl: this.url, scope: this.scope });
        break;
      default:
        throw new Error(error);
    }
  }
}
