import { AsyncLocalStorage } from "node:async_hooks";
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
const context = new AsyncLocalStorage();
export class Ledger {
  constructor(url) {
    this.url = url;
  }
  get provider() {
    return context.getStore().provider;
  }
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (scope) this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
