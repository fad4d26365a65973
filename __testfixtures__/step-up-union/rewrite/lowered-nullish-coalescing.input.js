import { auth, extractWWWAuthenticateParams } from "./auth.js";
export class Coalescing {
    async onForbidden(response) {
        var _a;
        const challenge = extractWWWAuthenticateParams(response);
        if (challenge.error === "insufficient_scope" && this.provider) {
            this.scope = (_a = challenge.scope) !== null && _a !== void 0 ? _a : this.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
            await auth(this.provider, { serverUrl: this.url, scope: this.scope });
        }
    }
}
