import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Copying {
  async onResponse(response) {
    if (response.ok) return response;
    const tried = this.tried;
    this.onAttempt(tried);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (tried) throw new Error("step-up did not help");
      this.tried = true;
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
    return response;
  }
}
