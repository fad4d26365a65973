import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

/** Without the error code it is null, which is not undefined: the exit lets that go on. */
export class Choosing {
  async afterAnExit(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    const next = error === "insufficient_scope" ? scope : null;
    if (next === undefined) return;
    this.scope = next; // expect: review scope-precedence (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
