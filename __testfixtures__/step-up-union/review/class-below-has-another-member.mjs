// A class below has another member in the place of what a handler reads or keeps: it runs for the objects of that class.
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class ByMethod {
  scopeOf(challenge) {
    return challenge.scope;
  }

  async send(response) {
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error !== "insufficient_scope") return;
    this.scope = this.scopeOf(challenge); // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class ByMethodWithCommas extends ByMethod {
  scopeOf(challenge) {
    return [challenge.scope, "openid"].join(",");
  }
}

export class Kept {
  async send(response) {
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error !== "insufficient_scope") return;
    this.scope = challenge.scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class KeptAsList extends Kept {
  get scope() {
    return this.words;
  }

  set scope(value) {
    this.words = value.split(" ");
  }
}

export class Plain {
  async send(response) {
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error !== "insufficient_scope") return;
    this.scope = challenge.scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class BeginsAsNumber extends Plain {
  scope = 0;
}
