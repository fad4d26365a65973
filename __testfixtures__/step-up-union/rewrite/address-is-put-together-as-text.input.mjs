import { extractWWWAuthenticateParams } from "./auth.js";

export class Browser {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    const tokens = await this.provider.tokens();
    this.token = tokens?.access_token;
    if (error === "insufficient_scope" && scope) {
      location.assign(new URL(`${this.endpoint}?client_id=${this.id}&scope=${encodeURIComponent(scope)}`)); // expect: rewrite challenge-only-scope
      this.popup = open(this.endpoint + "?client_id=" + this.id + "&scope=" + scope); // expect: rewrite challenge-only-scope
    }
  }
}
