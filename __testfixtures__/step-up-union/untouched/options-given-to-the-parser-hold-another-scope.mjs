import { auth } from "./auth.js";
import { parseChallenge } from "./shared/challenge.js";

export class Fallback {
  async onForbidden(response, options) {
    const challenge = parseChallenge(response, options);
    if (challenge.error === "insufficient_scope") {
      this.scope = options.scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
