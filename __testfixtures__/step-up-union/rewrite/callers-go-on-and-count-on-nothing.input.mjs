import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  constructor(provider, serverUrl) {
    this.provider = provider;
    this.serverUrl = serverUrl;
    this.locked = false;
    this.refused = 0;
  }

  kept(response) {
    this.pending = this.stepUp(response);
    console.info("stepping up");
    return this.pending;
  }

  async inTime(response) {
    const job = Promise.race([this.stepUp(response), new Promise((resolve) => setTimeout(resolve, 60_000))]);
    this.refused++;
    await job;
    return this.refused;
  }

  async stepUp(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return response;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    return auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }

  async lock(response) {
    this.locked = true;
    try {
      return await this.whileLocked(response);
    } finally {
      this.locked = false;
    }
  }

  async whileLocked(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return response;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    this.log();
    return auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }

  log() {
    console.info(this.locked ? "in the lock" : "outside of the lock");
  }

  each(responses) {
    return Promise.all(
      responses.map(async (response) => {
        const { error, scope } = extractWWWAuthenticateParams(response);
        if (error !== "insufficient_scope" || !scope) return response;
        this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
        return auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
      }),
    );
  }
}
