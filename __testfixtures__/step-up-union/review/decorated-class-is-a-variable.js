import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { decorate, registered } from "./decorators.js";

function journaled(method) {
  return function (...given) {
    const result = method.apply(this, given);
    this.journal.push(this.scope ?? "-");
    return result;
  };
}

let Client = class Client {
  journal = [];

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
};
decorate([journaled], Client.prototype, "onForbidden", null);
Client = decorate([registered], Client);

export { Client };
