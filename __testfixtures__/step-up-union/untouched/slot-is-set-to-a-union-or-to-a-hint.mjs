import { auth, computeScopeUnion, extractWWWAuthenticateParams } from "@modelcontextprotocol/client";

const WANTED = Symbol("wanted");

export class Gateway {
  async invoke(name, final = false) {
    const response = await fetch(new URL(name, this.server));
    if (response.status !== 403 || final) return response;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return response;
    Reflect.set(this, WANTED, computeScopeUnion(this[WANTED], scope));
    await auth(this.provider, { serverUrl: this.server, scope: this[WANTED] });
    return this.invoke(name, true);
  }
}

export class Notice {
  async invoke(name) {
    const response = await fetch(new URL(name, this.server));
    if (response.status !== 403) return response;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") Reflect.set(this, "hint", scope);
    return response;
  }

  render() {
    return `You need ${this.hint}`;
  }
}
