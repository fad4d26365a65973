import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Retrying {
  async send(message, signal) {
    const response = await fetch(this.url, message);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (signal?.aborted) throw new Error("aborted");
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, unbounded-step-up, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.send(message, signal);
    }
    return response;
  }
}
