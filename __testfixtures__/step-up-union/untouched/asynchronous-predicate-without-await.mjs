import { auth, extractWWWAuthenticateParams } from "./auth.js";

async function isStepUp(response) {
  return extractWWWAuthenticateParams(response).error === "insufficient_scope";
}

export class Forgetful {
  async onRefused(response) {
    if (isStepUp(response)) {
      const { scope } = extractWWWAuthenticateParams(response);
      this.scope = scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
