import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { autorun, makeObservable, observable } from "mobx";

export class Store {
  scope = undefined;
  name = "notes";

  constructor(provider, url, label) {
    this.provider = provider;
    this.url = url;
    makeObservable(this, { name: observable });
    autorun(() => label.set(this.name));
    label.addEventListener("click", () => this.authorize());
  }

  async authorize() {
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const tokens = await this.provider?.tokens();
      if (scope) {
        this.scope = unionScopes(tokens?.scope, this.scope, scope);
      }
      await this.authorize();
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
