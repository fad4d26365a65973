import { auth, extractWWWAuthenticateParams } from "./auth.js";

const retryable = new Set(["insufficient_scope"]);

export function retryOn(code) {
  retryable.add(code);
}

export class Growing {
  async onChallenge(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (retryable.has(error)) {
      this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
