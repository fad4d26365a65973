import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Client {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && this.provider) {
      this.log("🔐👩🏽‍💻 more scope"); if (scope) this.scope = scope; this.log("🔓"); // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  log(line) {
    console.error(`${line} 🧭`);
  }
}
