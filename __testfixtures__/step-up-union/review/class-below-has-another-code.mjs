import { auth } from "@modelcontextprotocol/sdk/client/auth.js";
class ApiError extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}
export class Denied extends ApiError {
  constructor(scope) {
    super("insufficient_scope");
    this.scope = scope;
  }
}
export class Expired extends Denied {
  constructor(scope) {
    super(scope);
    this.code = "invalid_token";
  }
}

export class Session {
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
  }
  async run(attempt) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Denied)) throw error;
      this.scope = error.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return attempt();
    }
  }
}
