import { auth } from "@modelcontextprotocol/sdk/client/auth.js";
class ApiError extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
    if (message === "expired") this.code = message;
  }
}
class Missing extends ApiError {
  constructor(scope) {
    super("insufficient_scope", "more");
    this.scope = scope;
  }
}
export class Harbor {
  async run(attempt) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Missing)) throw error;
      this.scope = error.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
