import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Mapping {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    const session = this.sessions.get(response.url) ?? { steppedUp: false };
    if (error === "insufficient_scope" && !session.steppedUp) {
      session.steppedUp = true;
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
