import { auth } from "@modelcontextprotocol/sdk/client/auth.js";
export class Denied extends Error {
  code = "insufficient_scope";
  constructor(scope, body) {
    super("x");
    ({ error: this.code } = body);
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
/* thrown elsewhere as: if (!response.ok) throw new Denied(scope, body.error); */
