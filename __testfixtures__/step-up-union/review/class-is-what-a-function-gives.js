import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

const KNOWN = ["read", "write", "admin"];

const Checked = (Base) =>
  class extends Base {
    get scope() {
      return this.asked;
    }

    set scope(value) {
      if (!KNOWN.includes(value)) throw new RangeError(`unknown scope ${value}`);
      this.asked = value;
    }
  };

export class ByMixin extends Checked(EventTarget) {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

const State = (() => {
  const known = new Set(KNOWN);
  return class {
    get scope() {
      return this.asked;
    }

    set scope(value) {
      if (!known.has(value)) throw new RangeError(`unknown scope ${value}`);
      this.asked = value;
    }
  };
})();

const state = new State();

export async function onForbidden(provider, serverUrl, response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error !== "insufficient_scope" || !scope) return;
  state.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
  await auth(provider, { serverUrl, scope: state.scope });
}
