import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  async onProblem({ kind, detail, scope }) {
    if (`${kind} ${detail}` !== "insufficient_scope for files") return;
    this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
