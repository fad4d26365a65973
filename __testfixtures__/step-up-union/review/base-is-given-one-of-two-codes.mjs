import { auth } from "@modelcontextprotocol/sdk/client/auth.js";
class ApiError extends Error {
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
}
export class Denied extends ApiError {
  constructor(scope, expired) {
    if (!expired) {
      super(403, "insufficient_scope", "denied");
    } else {
      super(401, "invalid_token", "expired");
    }
    this.scope = scope;
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
