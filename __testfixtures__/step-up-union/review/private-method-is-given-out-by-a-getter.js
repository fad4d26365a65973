import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Giving {
  async onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    await this.#stepUp(scope);
  }

  get handler() {
    return this.#stepUp;
  }

  async #stepUp(scope) {
    this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
