import { auth } from "@modelcontextprotocol/sdk/client/auth.js";
/** What the error names under another name is asked for. */
export class Client {
  async onError(error) {
    if (error.code !== "insufficient_scope") return;
    this.scope = error.required; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
  async onRefused(error) {
    if (error.code !== "insufficient_scope") return;
    await auth(this.provider, { serverUrl: this.url, scope: error.needed }); // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
  }
}
