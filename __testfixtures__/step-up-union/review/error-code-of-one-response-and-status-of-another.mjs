import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Twice {
  async get(url) {
    const first = await fetch(url);
    if (extractWWWAuthenticateParams(first).error !== "insufficient_scope") return first;
    const second = await fetch(url, { headers: { "x-elevated": "1" } });
    if (second.status === 403) {
      const { scope } = extractWWWAuthenticateParams(second);
      this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: url, scope: this.scope });
    }
    return second;
  }
}
