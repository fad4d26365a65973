import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

// A name proves nothing: what is called so is no log, no union helper and no other field.
function computeScopeUnion(kept, scope) {
  if (kept === scope) throw new Error("The server asks again for what it was given");
  return kept;
}

export class Helper {
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
  }

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return;
    computeScopeUnion(this.scope, scope);
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class Subscribers {
  constructor(provider, url, subject) {
    this.provider = provider;
    this.url = url;
    this.subject = subject;
  }

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
    this.subject.error(this.scope);
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class Reflected {
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
  }

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return;
    this.wanted = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.wanted });
    await fetch(`/audit?asked=${Reflect.get(this, "wanted")}`);
  }
}
