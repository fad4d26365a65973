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
      this.scope = unionScopes(this.scope, body.scope);
      await signIn(this.authProvider, { scope: this.scope, issuer: ISSUERS[this.authProvider] });
    }
  }
}

const ISSUERS = { google: "https://accounts.google.com", github: "https://github.com" };

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 *
 * @param {...(string | undefined)} scopes
 * @returns {string | undefined}
 */
function unionScopes(...scopes) {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}
