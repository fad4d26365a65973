import { extractWWWAuthenticateParams } from "./auth.js";

export class Helpful {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    const tokens = await this.provider.tokens();
    if (error === "insufficient_scope" && scope) {
      this.help = `${this.docs}/permissions?scope=${scope}`; // expect: already-union union-kept
      this.more = this.docs + "/permissions?scope=" + scope; // expect: already-union union-kept
      const page = new URL(this.docs);
      page.searchParams.set("scope", scope);
      this.page = page;
    }
  }
}
