import { auth, extractWWWAuthenticateParams, type OAuthClientProvider, UnauthorizedError } from './auth.js';
import type { FetchLike, JSONRPCMessage, Transport } from '../shared/transport.js';

export class StreamableHTTPError extends Error {
    constructor(
        public readonly code: number | undefined,
        message: string | undefined
    ) {
        super(`Streamable HTTP error: ${message}`);
    }
}

export class StreamableHTTPClientTransport implements Transport {
    private _scope?: string;
    private _resourceMetadataUrl?: URL;
    private _hasCompletedAuthFlow = false;
    private _lastUpscopingHeader?: string;

    constructor(
        private readonly _url: URL,
        private readonly _fetch: FetchLike = fetch,
        private readonly _authProvider?: OAuthClientProvider
    ) {
        this._scope = undefined;
    }

    async send(message: JSONRPCMessage): Promise<void> {
        const response = await this._fetch(this._url, { method: 'POST', body: JSON.stringify(message) });
        if (response.status === 401 && this._authProvider) {
            if (this._hasCompletedAuthFlow) {
                throw new StreamableHTTPError(401, 'Server returned 401 after successful authentication');
            }
            const { resourceMetadataUrl, scope } = extractWWWAuthenticateParams(response);
            this._resourceMetadataUrl = resourceMetadataUrl;
            this._scope = scope;
            const result = await auth(this._authProvider, {
                serverUrl: this._url,
                resourceMetadataUrl: this._resourceMetadataUrl,
                scope: this._scope,
                fetchFn: this._fetch
            });
            if (result !== 'AUTHORIZED') {
                throw new UnauthorizedError();
            }
            this._hasCompletedAuthFlow = true;
            return this.send(message);
        }
        if (response.status === 403 && this._authProvider) {
            const { resourceMetadataUrl, scope, error } = extractWWWAuthenticateParams(response);
            if (error === 'insufficient_scope') {
                const tokens = await this._authProvider.tokens();
                const wwwAuthHeader = response.headers.get('WWW-Authenticate');

                // The same challenge twice means that stepping up did not help.
                if (this._lastUpscopingHeader === wwwAuthHeader) {
                    throw new StreamableHTTPError(403, 'Server returned 403 after trying upscoping');
                }

                if (scope) {
                    this._scope = unionScopes(tokens?.scope, this._scope, scope);
                }
                if (resourceMetadataUrl) {
                    this._resourceMetadataUrl = resourceMetadataUrl;
                }
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
        this._hasCompletedAuthFlow = false;
        this._lastUpscopingHeader = undefined;
    }
}

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 * Typed as a string where the last part is one, as a scope is never blank; of blanks alone, the union is undefined.
 */
function unionScopes(...scopes: [...Array<string | undefined>, string]): string;
function unionScopes(...scopes: Array<string | undefined>): string | undefined;
function unionScopes(...scopes: Array<string | undefined>): string | undefined {
    const tokens = scopes.join(' ').split(/\s+/);
    const union = tokens.filter((token, index) => token !== '' && tokens.indexOf(token) === index);
    return union.join(' ') || undefined;
}
