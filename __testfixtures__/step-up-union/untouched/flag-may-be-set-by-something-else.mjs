import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Marking {
  async setByAnother(response, forced) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    let again = false;
    if (error === "insufficient_scope") again = true;
    if (forced) again = true;
    if (again) {
      this.scope = scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async setFromTheStart(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    let again = true;
    if (error === "insufficient_scope") again = true;
    if (again) {
      this.scope = scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async keptFromAnEarlierRound() {
    let stepUp = false;
    for (const url of this.urls) {
      const { error, scope } = extractWWWAuthenticateParams(await fetch(url));
      if (error === "insufficient_scope") stepUp = true;
      if (stepUp) {
        this.scope = scope;
        await auth(this.provider, { serverUrl: url, scope: this.scope });
      }
    }
  }

  async setInACallback(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    let stepUp = false;
    if (error === "insufficient_scope") stepUp = true;
    this.onReset(() => {
      stepUp = true;
    });
    if (stepUp) {
      this.scope = scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async readWhereUnset(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    let stepUp = false;
    if (error === "insufficient_scope") stepUp = true;
    if (!stepUp) {
      this.scope = scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
