import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

class Adding {
  #all = new Set();
  get scope() {
    return [...this.#all].join(" ");
  }
  set scope(text) {
    for (const each of text.split(" ")) this.#all.add(each);
  }
}
class Plain {
  #text;
  get scope() {
    return this.#text;
  }
  set scope(text) {
    this.#text = text;
  }
}

export class Client {
  constructor(serverUrl, provider, store) {
    this.serverUrl = serverUrl;
    this.provider = provider;
    this.wanted = new Adding();
  }

  use(store) {
    this.wanted = store;
  }

  async onForbidden(problem) {
    if (problem.error !== "insufficient_scope" || !problem.scope) return;
    this.wanted.scope = problem.scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.wanted.scope });
  }
}
