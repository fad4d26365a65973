import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Holding {
  async previousWins(response) {
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error === "insufficient_scope") {
      this.options = { scope: challenge.scope, ...this.options };
      await auth(this.provider, this.options);
    }
  }

  async scopeOfTheConfiguration(response) {
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error === "insufficient_scope") {
      this.options = { ...this.options, scope: challenge.scope, scope: this.configuredScope };
      await auth(this.provider, this.options);
    }
  }

  async stateOfAPage(response) {
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error === "insufficient_scope") {
      this.state = { ...this.state, missing: { scope: challenge.scope } };
      this.view = { ...this.view, scope: challenge.scope };
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async unauthorized(response) {
    const challenge = extractWWWAuthenticateParams(response);
    if (response.status === 401) {
      this.options = { ...this.options, scope: challenge.scope };
      await auth(this.provider, this.options);
    }
  }
}
