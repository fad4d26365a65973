import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class NotFalse {
  async onRefused(response) {
    const header = response.headers.get("www-authenticate");
    if (header?.includes("insufficient_scope") === false) return;
    const { scope } = extractWWWAuthenticateParams(response);
    this.scope = scope;
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
