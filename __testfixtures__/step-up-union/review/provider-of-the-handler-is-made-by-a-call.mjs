import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Factory {
  async start() {
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, granted-scope-unknown, scope-may-be-missing)
      await auth(this.providers.create(response.url), { serverUrl: this.url, scope: this.scope });
    }
  }
}
