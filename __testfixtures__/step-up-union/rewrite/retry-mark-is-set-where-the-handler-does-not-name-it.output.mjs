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
    const tokens = error === "insufficient_scope" ? await this.provider?.tokens() : undefined;
    if (busy) return;
    if (error === "insufficient_scope") {
      this.scope = unionScopes(tokens?.scope, this.scope, scope);
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
    const tokens = error === "insufficient_scope" ? await this.provider?.tokens() : undefined;
    if (asked > 2) return;
    if (error === "insufficient_scope") {
      this.scope = unionScopes(tokens?.scope, this.scope, scope);
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
    const tokens = error === "insufficient_scope" ? await this.provider?.tokens() : undefined;
    if (this.busy) return;
    if (error === "insufficient_scope") {
      this.scope = unionScopes(tokens?.scope, this.scope, scope);
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
    const tokens = error === "insufficient_scope" ? await this.provider?.tokens() : undefined;
    if (this.busy) return;
    if (error === "insufficient_scope") {
      this.scope = unionScopes(tokens?.scope, this.scope, scope);
      mark();
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 *
 * @param {...(string | undefined)} scopes
 * @returns {string | undefined}
 */
function unionScopes(...scopes) {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}
