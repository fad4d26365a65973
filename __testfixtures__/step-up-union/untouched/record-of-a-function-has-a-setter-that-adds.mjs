import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

function wishes(initial) {
  const names = new Set(initial.split(" "));
  const add = (text) => text.split(" ").forEach((name) => names.add(name));
  return {
    get scope() {
      return [...names].join(" ");
    },
    set scope(text) {
      add(text);
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
    this.wanted.scope = problem.scope;
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.wanted.scope });
  }
}
