import { auth, extractWWWAuthenticateParams, UnauthorizedError } from './auth.js';
export class StreamableHTTPClientTransport {
    constructor(url, opts) {
        this._url = url;
        this._scope = undefined;
        this._authProvider = opts?.authProvider;
        this._fetch = opts?.fetch;
    }
    async send(message) {
        const response = await (this._fetch ?? fetch)(this._url, { method: 'POST', body: JSON.stringify(message) });
        if (!response.ok) {
            if (response.status === 401 && this._authProvider) {
                const { resourceMetadataUrl, scope } = extractWWWAuthenticateParams(response);
                this._resourceMetadataUrl = resourceMetadataUrl;
                this._scope = scope;
                const result = await auth(this._authProvider, { serverUrl: this._url, scope: this._scope });
                if (result !== 'AUTHORIZED') {
                    throw new UnauthorizedError();
                }
                return this.send(message);
            }
            if (response.status === 403 && this._authProvider) {
                const { resourceMetadataUrl, scope, error } = extractWWWAuthenticateParams(response);
                if (error === 'insufficient_scope') {
                    const wwwAuthHeader = response.headers.get('WWW-Authenticate');
                    // Check whether this challenge was answered before.
                    if (this._lastUpscopingHeader === wwwAuthHeader) {
                        throw new Error('Server returned 403 after trying upscoping');
                    }
                    if (scope) {
                        this._scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
                    }
                    if (resourceMetadataUrl) {
                        this._resourceMetadataUrl = resourceMetadataUrl;
                    }
                    // Mark that upscoping was tried.
                    this._lastUpscopingHeader = wwwAuthHeader ?? undefined;
                    const result = await auth(this._authProvider, {
                        serverUrl: this._url,
                        resourceMetadataUrl: this._resourceMetadataUrl,
                        scope: this._scope,
                        fetchFn: this._fetch
                    });
                    if (result !== 'AUTHORIZED') {
                        throw new UnauthorizedError();
                    }
                    return this.send(message);
                }
            }
            throw new Error(`Error POSTing to endpoint: ${response.status}`);
        }
        this._lastUpscopingHeader = undefined;
    }
}
//# sourceMappingURL=streamableHttp.js.map
