import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Crowded {
  onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    const stepUp = async () => error === "insufficient_scope" && this.last !== scope && ((this.scope = scope), (this.last = scope), await auth(this.provider, { serverUrl: this.url, scope: this.scope }));
    return stepUp();
  }
}
