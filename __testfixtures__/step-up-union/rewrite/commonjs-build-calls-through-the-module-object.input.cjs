"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.StreamableHTTPClientTransport = void 0;
const auth_js_1 = require("./auth.js");
class StreamableHTTPClientTransport {
    async send(message) {
        const response = await fetch(this._url, { method: "POST", body: JSON.stringify(message) });
        if (response.status === 403 && this._authProvider) {
            const { resourceMetadataUrl, scope, error } = (0, auth_js_1.extractWWWAuthenticateParams)(response);
            if (error === "insufficient_scope") {
                const wwwAuthHeader = response.headers.get("WWW-Authenticate");
                if (this._lastUpscopingHeader === wwwAuthHeader) {
                    throw new Error("Server returned 403 after trying upscoping");
                }
                if (scope) {
                    this._scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
                }
                if (resourceMetadataUrl) {
                    this._resourceMetadataUrl = resourceMetadataUrl;
                }
                this._lastUpscopingHeader = wwwAuthHeader ?? undefined;
                const result = await (0, auth_js_1.auth)(this._authProvider, {
                    serverUrl: this._url,
                    resourceMetadataUrl: this._resourceMetadataUrl,
                    scope: this._scope
                });
                if (result !== "AUTHORIZED") {
                    throw new auth_js_1.UnauthorizedError();
                }
                return this.send(message);
            }
        }
    }
}
exports.StreamableHTTPClientTransport = StreamableHTTPClientTransport;
//# sourceMappingURL=streamableHttp.js.map
