var __privateGet = (obj, member, getter) => getter ? getter.call(obj) : member.get(obj);
var __privateSet = (obj, member, value, setter) => (setter ? setter.call(obj, value) : member.set(obj, value), value);
var _scope, _provider;
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
export class Client {
  constructor(p) { __privateSet(this, _provider, p); }
  async step(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const union = [__privateGet(this, _scope), scope].filter(Boolean).join(" ");
      __privateSet(this, _scope, union);
      await auth(__privateGet(this, _provider), { scope: __privateGet(this, _scope) });
    }
  }
  async step2(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      __privateSet(this, _scope, unionScopes(__privateGet(this, _scope), scope));
      __privateSet(this, _last, error);
      await auth(__privateGet(this, _provider), { scope: __privateGet(this, _scope) });
    }
  }
  async step401(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status === 401) {
      __privateSet(this, _scope, scope);
      await auth(__privateGet(this, _provider), { scope: __privateGet(this, _scope) });
    }
  }
}
