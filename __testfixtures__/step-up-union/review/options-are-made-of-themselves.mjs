import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  async onRefused({ error, scope }) {
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    const options = { ...options, scope: this.scope };
    await auth(this.provider, options);
  }
}
