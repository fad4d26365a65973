import { auth } from "@modelcontextprotocol/sdk/client/auth.js";
import { drain, readChallenge } from "./challenges.js";

export class Draining {
  async onForbidden(response) {
    const { error, scope } = readChallenge(response);
    if (error === "insufficient_scope") {
      drain(response);
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
