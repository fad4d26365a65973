import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { assert } from "./assert.mjs";

/** Whether it throws is not seen: it may as well only log. */
export class Client {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    assert(error === "insufficient_scope", "forbidden");
    this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
