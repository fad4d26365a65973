import { auth, extractWWWAuthenticateParams } from "./auth.js";
var __awaiter = (function (self) { return self && self.__awaiter; })(globalThis);
export class Lowered {
    onForbidden(response) {
        return __awaiter(this, void 0, void 0, function* () {
            const { error, scope } = extractWWWAuthenticateParams(response);
            if (error === "insufficient_scope") {
                this._scope = unionScopes(this._scope, scope);
                yield auth(this._authProvider, { serverUrl: this._url, scope: this._scope });
            }
        });
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
