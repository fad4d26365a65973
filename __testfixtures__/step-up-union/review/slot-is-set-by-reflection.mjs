import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

const WANTED = Symbol("wanted");

export class Gateway {
  constructor(server, provider) {
    this.server = server;
    this.provider = provider;
    this[WANTED] = undefined;
  }

  async invoke(name, final = false) {
    const response = await fetch(new URL(name, this.server));
    if (response.status !== 403 || final) return response;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return response;
    if (scope) Reflect.set(this, WANTED, scope); // expect: review scope-side-channel
    await auth(this.provider, { serverUrl: this.server, scope: this[WANTED] });
    return this.invoke(name, true);
  }
}

export class Tunnel {
  async invoke(name, final = false) {
    const response = await fetch(new URL(name, this.server));
    if (response.status !== 403 || final) return response;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return response;
    Reflect.set(this, "wanted", scope); // expect: review scope-side-channel
    await auth(this.provider, { serverUrl: this.server, scope: this.wanted });
    return this.invoke(name, true);
  }
}
