import { signIn } from "./login.js";

export class Compared {
  async onRefused(provider, body) {
    if (provider === "google") this.hint = body.login_hint;
    if (body.error === "insufficient_scope") {
      this.scope = body.scope; // expect: review unfit-sink (advice granted-scope-unknown, scope-may-be-missing)
      await signIn(provider, { scope: this.scope });
    }
  }
}

export class Keyed {
  async onRefused(body) {
    if (body.error === "insufficient_scope") {
      this.scope = body.scope; // expect: rewrite replaced-scope (advice granted-scope-unknown, scope-may-be-missing)
      await signIn(this.authProvider, { scope: this.scope, issuer: ISSUERS[this.authProvider] });
    }
  }
}

const ISSUERS = { google: "https://accounts.google.com", github: "https://github.com" };
