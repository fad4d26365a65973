import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

const InsufficientScopeError = (() => {
  class StepUp extends Error {
    code = "insufficient_scope";

    constructor(scope) {
      super(`requires ${scope}`);
      this.scope = scope;
    }
  }
  return StepUp;
})();

export class Client {
  async attempt(tool) {
    if (this.policy.asksFor(tool)) throw new InsufficientScopeError(this.policy.scopeOf(tool));
    const response = await fetch(this.url, { method: "POST", body: tool });
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") throw new InsufficientScopeError(scope);
    return response;
  }

  async run(tool) {
    try {
      return await this.attempt(tool);
    } catch (error) {
      if (!(error instanceof InsufficientScopeError)) throw error;
      this.scope = error.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.attempt(tool);
    }
  }
}
