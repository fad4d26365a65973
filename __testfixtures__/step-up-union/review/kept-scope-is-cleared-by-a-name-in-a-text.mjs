import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Reflected {
  constructor(provider, serverUrl) {
    this.provider = provider;
    this.serverUrl = serverUrl;
  }

  async onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return response;
    Reflect.set(this, "scope", undefined);
    this.scope = scope; // expect: review unfit-sink
    return auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}

export class ByKey {
  constructor(provider, serverUrl) {
    this.provider = provider;
    this.serverUrl = serverUrl;
  }

  async onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return response;
    for (const key of ["scope", "code"]) this[key] = undefined;
    this.scope = scope; // expect: review unfit-sink
    return auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}

export class Deleted {
  constructor(provider, serverUrl) {
    this.provider = provider;
    this.serverUrl = serverUrl;
    this.session = {};
  }

  async onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return response;
    for (const key in this.session) delete this.session[key];
    this.session.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
    return auth(this.provider, { serverUrl: this.serverUrl, scope: this.session.scope });
  }
}
