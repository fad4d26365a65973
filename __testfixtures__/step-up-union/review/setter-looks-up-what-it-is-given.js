import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class ByASwitch {
  _scope = "";
  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
  }
  get scope() {
    return this._scope;
  }
  set scope(value) {
    switch (value) {
      case "read":
      case "write":
        this._scope = value;
        break;
      default:
        throw new Error(value);
    }
  }
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

export class ByATable {
  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
    this.levels = { read: 1, write: 2 };
  }
  get scope() {
    return this._scope ?? "";
  }
  set scope(value) {
    this._scope = value;
    this.level = this.levels[value];
  }
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
