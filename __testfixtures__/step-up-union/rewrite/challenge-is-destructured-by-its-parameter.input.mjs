import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

export class Parameter {
  async onChallenge({ error, scope }) {
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
