import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export function withQueue(provider, serverUrl) {
  const waiting = [];
  const box = {
    get scope() {
      return waiting.shift();
    },
    set scope(next) {
      waiting.push(next);
    },
  };
  return async function onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      box.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      await auth(provider, { serverUrl, scope: box.scope });
    }
  };
}

export class Once {
  #scope;

  constructor(provider, serverUrl) {
    this.provider = provider;
    this.serverUrl = serverUrl;
  }

  get scope() {
    const taken = this.#scope;
    this.#scope = undefined;
    return taken;
  }

  set scope(next) {
    this.#scope = next;
  }

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
    }
  }
}

class Pending {
  constructor() {
    let kept;
    Object.defineProperty(this, "scope", {
      get() {
        const taken = kept;
        kept = undefined;
        return taken;
      },
      set(next) {
        kept = next;
      },
    });
  }
}

export function withDefinedProperty(provider, serverUrl) {
  const pending = new Pending();
  return async function onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      pending.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      await auth(provider, { serverUrl, scope: pending.scope });
    }
  };
}
