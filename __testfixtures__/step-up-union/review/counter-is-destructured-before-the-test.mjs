import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class CountingCopies {
  async onForbidden(response) {
    const { attempts } = this;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (attempts >= 3) throw new Error("too many step-ups");
      this.attempts = attempts + 1;
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
