var __classPrivateFieldSet = (this && this.__classPrivateFieldSet) || function (receiver, state, value, kind, f) { return (kind === "a" ? f.call(receiver, value) : f ? f.value = value : state.set(receiver, value)), value; };
var __classPrivateFieldGet = (this && this.__classPrivateFieldGet) || function (receiver, state, kind, f) { return kind === "m" ? f : kind === "a" ? f.call(receiver) : f ? f.value : state.get(receiver); };
var _Client_scope, _Client_provider;
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
export class Client {
    constructor(provider, url) {
        _Client_scope.set(this, void 0);
        _Client_provider.set(this, void 0);
        __classPrivateFieldSet(this, _Client_provider, provider, "f");
        this.url = url;
    }
    async send(message) {
        const response = await fetch(this.url, { method: "POST", body: message });
        if (response.status === 403) {
            const { error, scope } = extractWWWAuthenticateParams(response);
            if (error === "insufficient_scope") {
                if (scope) {
                    __classPrivateFieldSet(this, _Client_scope, scope, "f"); // expect: review scope-side-channel (advice unbounded-step-up)
                }
                await auth(__classPrivateFieldGet(this, _Client_provider, "f"), { serverUrl: this.url, scope: __classPrivateFieldGet(this, _Client_scope, "f") });
                return this.send(message);
            }
        }
        return response;
    }
}
_Client_scope = new WeakMap(), _Client_provider = new WeakMap();
