import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

class Plain {
  #text;
  get scope() {
    return this.#text;
  }
  set scope(text) {
    this.#text = text;
  }
}
class Noisy {
  #text;
  get scope() {
    const text = this.#text;
    this.#text = undefined;
    return text;
  }
  set scope(text) {
    this.#text = text;
  }
}

export class Client {
  constructor(serverUrl, provider) {
    this.serverUrl = serverUrl;
    this.provider = provider;
    this.wanted = new Plain();
    if (serverUrl.hash) this.wanted = make();
  }

  async onForbidden(problem) {
    if (problem.error !== "insufficient_scope" || !problem.scope) return;
    this.wanted.scope = problem.scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.wanted.scope });
  }
}
function make() {
  return new Noisy();
}
