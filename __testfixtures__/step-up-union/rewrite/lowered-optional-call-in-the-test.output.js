import { auth, extractWWWAuthenticateParams } from "./auth.js";
export class Peeking {
    async onForbidden(response) {
        const header = response.headers.get("www-authenticate");
        if (response.status === 403 && (header === null || header === void 0 ? void 0 : header.includes("insufficient_scope")) && this.provider) {
            const tokens = await this.provider.tokens();
            const { scope } = extractWWWAuthenticateParams(response);
            this.scope = unionScopes(tokens?.scope, this.scope, scope);
            await auth(this.provider, { serverUrl: this.url, scope: this.scope });
        }
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
