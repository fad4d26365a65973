import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

export class Naming {
  async run(call) {
    try {
      return await call();
    } catch (error) {
      if (error.name !== "InsufficientScopeError" || !this.provider) throw error;
      this.scope = error.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return call();
    }
  }
}
