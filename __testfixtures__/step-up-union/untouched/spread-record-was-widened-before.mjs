import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { merge } from "./merge.js";

export class Spreading {
  async byAnAssignment(response) {
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error === "insufficient_scope") {
      challenge.scope = merge(this.scope, challenge.scope);
      await auth(this.provider, { serverUrl: this.url, ...challenge });
    }
  }

  async inACopy(response) {
    const challenge = extractWWWAuthenticateParams(response);
    const wanted = { ...challenge, scope: merge(this.scope, challenge.scope) };
    if (challenge.error === "insufficient_scope") {
      await auth(this.provider, { serverUrl: this.url, ...wanted });
    }
  }

  async byObjectAssign(response) {
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error === "insufficient_scope") {
      Object.assign(challenge, { scope: [this.scope, challenge.scope].join(" ") });
      await auth(this.provider, { serverUrl: this.url, ...challenge });
    }
  }

  async byAnotherFunction(response) {
    let challenge = extractWWWAuthenticateParams(response);
    if (challenge.error === "insufficient_scope") {
      challenge = this.widen(challenge);
      await auth(this.provider, { serverUrl: this.url, ...challenge });
    }
  }

  async ofAnotherResponse(response, other) {
    const challenge = extractWWWAuthenticateParams(response);
    const earlier = extractWWWAuthenticateParams(other);
    if (challenge.error === "insufficient_scope") {
      await auth(this.provider, { serverUrl: this.url, ...earlier });
    }
  }
}
