import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

function wishes(initial) {
  let names = initial;
  return {
    get scope() {
      return names;
    },
    set scope(text) {
      names = text;
    },
  };
}

export class Client {
  constructor(serverUrl, provider) {
    this.serverUrl = serverUrl;
    this.provider = provider;
    this.wanted = wishes("profile");
  }

  async onForbidden(problem) {
    if (problem.error !== "insufficient_scope" || !problem.scope) return;
    this.wanted.scope = problem.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.wanted.scope });
  }
}
