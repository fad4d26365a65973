import { extractWWWAuthenticateParams } from "./auth.js";

export class Encoding {
  onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scopeParameter = encodeURIComponent(scope); // expect: review unfit-sink
      location.assign(`${this.url}/authorize?scope=${this.scopeParameter}`);
    }
  }
}
