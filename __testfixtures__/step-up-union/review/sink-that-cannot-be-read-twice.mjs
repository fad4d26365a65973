import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Queue {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.waiting.shift().scope = scope; // expect: review unfit-sink
      await auth(this.provider, { serverUrl: this.url });
    }
  }
}
