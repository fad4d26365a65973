import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  async onAnswer({ status, body }) {
    const key = status + body.error;
    if (key === "403insufficient_scope") {
      this.asked = body.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.asked });
    }
  }
}
