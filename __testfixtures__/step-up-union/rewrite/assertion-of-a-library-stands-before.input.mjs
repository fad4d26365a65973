import assert from "node:assert/strict";
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import invariant from "tiny-invariant";

export class Client {
  async asserts(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    assert(error === "insufficient_scope", "forbidden");
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }

  async comparesByTheLibrary(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    assert.equal(error, "insufficient_scope");
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }

  async keepsAnInvariant(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    invariant(error === "insufficient_scope");
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
