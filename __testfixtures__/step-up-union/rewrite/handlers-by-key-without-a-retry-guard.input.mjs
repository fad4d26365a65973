import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Unguarded {
  closed = false;

  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
    this.handlers = { 403: (response) => this.stepUp(response) };
  }

  async on(response) {
    if (!this.closed) return this.handlers[response.status](response);
  }

  async stepUp(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async all(challenges) {
    await Promise.all(
      challenges.map(async (challenge) => {
        if (challenge.error === "insufficient_scope") this.scope = challenge.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      }),
    );
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
