import { auth, extractWWWAuthenticateParams } from "./auth.js";
export class Peeking {
    async onForbidden(response) {
        const header = response.headers.get("www-authenticate");
        if (response.status === 403 && (header === null || header === void 0 ? void 0 : header.includes("insufficient_scope")) && this.provider) {
            const { scope } = extractWWWAuthenticateParams(response);
            this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
            await auth(this.provider, { serverUrl: this.url, scope: this.scope });
        }
    }
}
