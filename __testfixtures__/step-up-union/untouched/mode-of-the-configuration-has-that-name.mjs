import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Simulated {
  async onUnauthorized(response) {
    const { scope } = extractWWWAuthenticateParams(response);
    if (this.config.simulate === "insufficient_scope") {
      console.error("simulated failure");
    }
    if (this.config.log.includes("insufficient_scope")) {
      this.audit.push("asked");
    }
    this.scope = scope;
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
