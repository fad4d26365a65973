import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import * as mobx from "mobx";

export class Store {
  scope = undefined;

  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
    mobx.makeAutoObservable(this);
    mobx.autorun(() => {
      if (this.scope) void auth(this.provider, { serverUrl: this.url, scope: this.scope });
    });
  }

  onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, granted-scope-unknown)
    }
  }
}

export class Account {
  scope = undefined;

  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
    mobx.makeAutoObservable(this);
    this.dispose = mobx.autorun(this.authorize.bind(this));
  }

  async authorize() {
    if (!this.scope) return;
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }

  onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, granted-scope-unknown)
    }
  }
}
