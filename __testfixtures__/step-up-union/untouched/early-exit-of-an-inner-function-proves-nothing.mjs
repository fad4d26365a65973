import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Inner {
  async onUnauthorized(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    const count = () => {
      if (error !== "insufficient_scope") return;
      this.stepUps += 1;
    };
    count();
    this.scope = scope;
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
