import { auth } from "@modelcontextprotocol/sdk/client/auth.js";
import { defineProperty } from "./own.mjs";

class Missing extends Error {
  constructor(scope) {
    super("more scope is needed");
    defineProperty(this, "code", "insufficient_scope");
    this.scope = scope;
  }
}

export class Client {
  async run(attempt) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Missing)) throw error;
      this.scope = error.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return attempt();
    }
  }
}
