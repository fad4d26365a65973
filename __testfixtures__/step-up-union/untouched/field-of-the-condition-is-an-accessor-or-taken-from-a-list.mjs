import { auth } from "./auth.js";

export class Flagged {
  set stepUp(value) {
    this.wanted = value ?? true;
  }

  get stepUp() {
    return this.wanted !== undefined;
  }

  async onRefused(response) {
    const { error, scope } = parseChallenge(response);
    this.stepUp = error === "insufficient_scope";
    if (this.stepUp) {
      this.scope = scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async onRefusedAgain(response, [again]) {
    const { error, scope } = parseChallenge(response);
    this.again = error === "insufficient_scope";
    [this.again] = again;
    if (this.again) {
      this.scope = scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
