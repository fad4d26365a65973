import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Flagged {
  async inABranch(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    let kind = null;
    if (response.status === 401) kind = null;
    else if (error === "insufficient_scope") kind = "step-up";
    if (kind) { this.scope = scope; await auth(this.provider, { serverUrl: this.url, scope: this.scope }); } // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
  }

  async inACase(response) {
    const challenge = extractWWWAuthenticateParams(response);
    let stepUp;
    switch (challenge.error) {
      case "insufficient_scope":
        stepUp = true;
        break;
      case "invalid_token":
        stepUp = false;
        break;
    }
    if (stepUp) {
      this.scope = challenge.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async inATry(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    let stepUp = false;
    try {
      if (error === "insufficient_scope") stepUp = true;
    } finally {
      this.log();
    }
    if (!stepUp) throw new Error("no");
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
