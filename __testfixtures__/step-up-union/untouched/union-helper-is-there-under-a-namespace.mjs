// The union helper is a member of something that the file imports, or a method that a class inherits.
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import * as scopes from "./scopes.mjs";
import { Base } from "./base.mjs";

export class Imported {
  async send(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return;
    this.scope = (0, scopes.unionScopes)(this.scope, scope); // expect: already-union union-kept (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class Inherited extends Base {
  async send(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return;
    this.scope = this.unionScopes(this.scope, scope); // expect: already-union union-kept (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
