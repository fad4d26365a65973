import { auth, extractWWWAuthenticateParams } from "./auth.js";
var __awaiter = (function (self) { return self && self.__awaiter; })(globalThis);
export class Lowered {
    onForbidden(response) {
        return __awaiter(this, void 0, void 0, function* () {
            const { error, scope } = extractWWWAuthenticateParams(response);
            if (error === "insufficient_scope") {
                this._scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, granted-scope-unknown, scope-may-be-missing)
                yield auth(this._authProvider, { serverUrl: this._url, scope: this._scope });
            }
        });
    }
}
