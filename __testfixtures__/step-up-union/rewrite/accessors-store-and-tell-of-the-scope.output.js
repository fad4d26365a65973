import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Telling extends EventTarget {
  constructor(url, provider) {
    super();
    this.url = url;
    this.provider = provider;
  }
  get scope() {
    return this._scope;
  }
  set scope(value) {
    this._scope = value;
    this.dispatchEvent(new Event("scope"));
    this.save();
  }
  save() {
    localStorage.setItem("scope", this._scope);
  }
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      const tokens = await this.provider?.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, scope);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

export class Storing {
  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
  }
  get scope() {
    return localStorage.getItem(`scope ${this.url}`) ?? undefined;
  }
  set scope(value) {
    if (value) localStorage.setItem(`scope ${this.url}`, value);
    else localStorage.removeItem(`scope ${this.url}`);
  }
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      const tokens = await this.provider?.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, scope);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

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
