import { signIn } from "./login.js";

export class Compared {
  async onRefused(provider, body) {
    if (provider === "google") this.hint = body.login_hint;
    if (body.error === "insufficient_scope") {
      this.scope = body.scope;
      await signIn(provider, { scope: this.scope });
    }
  }
}

export class Keyed {
  async onRefused(body) {
    if (body.error === "insufficient_scope") {
      this.scope = body.scope;
      await signIn(this.authProvider, { scope: this.scope, issuer: ISSUERS[this.authProvider] });
    }
  }
}

const ISSUERS = { google: "https://accounts.google.com", github: "https://github.com" };
