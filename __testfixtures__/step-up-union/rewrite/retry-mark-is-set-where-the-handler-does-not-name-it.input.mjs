import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { Base } from "./base.js";

let busy = false;
const target = new EventTarget();
target.addEventListener("step-up", () => {
  busy = true;
});

export class ByEvent {
  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
  }

  async on(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (busy) return;
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      target.dispatchEvent(new Event("step-up"));
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

let asked = 0;
const marks = {
  get next() {
    asked += 1;
    return asked;
  },
};

export class ByGetter {
  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
  }

  async on(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (asked > 2) return;
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      console.debug(marks.next);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

export class ByClassAbove extends Base {
  constructor(url, provider) {
    super();
    this.url = url;
    this.provider = provider;
  }

  async on(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (this.busy) return;
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      super.enter();
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

export class ByParameter {
  busy = false;

  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
  }

  receive(response) {
    return this.on(response, () => {
      this.busy = true;
    });
  }

  async on(response, mark) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (this.busy) return;
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      mark();
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
