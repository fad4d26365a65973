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
      if (scope) {
        this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      }
      await this.authorize();
    }
  }
}
