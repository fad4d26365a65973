import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

export class Journey {
  async onAnswer({ status, body }) {
    switch (`${status} ${body.code}`) {
      case "403 insufficient_scope":
        this.asked = body.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
        await auth(this.provider, { serverUrl: this.url, scope: this.asked });
        break;
      case "401 expired":
        await auth(this.provider, { serverUrl: this.url, scope: this.asked });
    }
  }
}
export class Joined {
  async onAnswer({ status, body }) {
    const key = status + ":" + body.error;
    if (key !== "403:insufficient_scope") return;
    this.asked = body.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.asked });
  }
}
