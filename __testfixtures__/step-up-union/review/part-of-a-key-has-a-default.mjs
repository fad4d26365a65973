import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

export class Journey {
  async onAnswer({ status, body, local }) {
    const reason = local ? "insufficient_scope" : body.error;
    const key = `${status} ${reason}`;
    if (key !== "403 insufficient_scope") return;
    this.asked = body.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.asked });
  }
}
