import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Flagged {
  async fieldIsSetAgain(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    this.stepUp = error === "insufficient_scope";
    this.stepUp = this.stepUp || this.forced;
    if (this.stepUp) { this.scope = scope; await auth(this.provider, { serverUrl: this.url, scope: this.scope }); }
  }

  async byALogicalAssignment(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    let stepUp = false, done = false;
    if (error === "insufficient_scope") stepUp = true;
    stepUp ||= this.forced;
    if (stepUp) { this.scope = scope; await auth(this.provider, { serverUrl: this.url, scope: this.scope }); }
  }

  async byItsValue(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    let kind = null;
    if (response.status === 401) kind = "first";
    else if (error === "insufficient_scope") kind = "step-up";
    if (kind === "first") { this.scope = scope; await auth(this.provider, { serverUrl: this.url, scope: this.scope }); }
  }

  async challengeIsReadAgain(response) {
    let challenge = extractWWWAuthenticateParams(response);
    let stepUp = false;
    if (challenge.error === "insufficient_scope") stepUp = true;
    challenge = extractWWWAuthenticateParams(await this.again());
    if (stepUp) {
      this.scope = challenge.scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
