import { auth } from "@modelcontextprotocol/sdk/client/auth.js";
export class Denied extends Error {
  constructor(scope, kind) {
    super("denied");
    this.code = "insufficient_scope";
    this.scope = scope;
    init(this, "denied", kind);
  }
}
function init(error, label, kind) {
  error.label = label;
  if (kind) error.code = kind;
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
