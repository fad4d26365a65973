var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
// truth: review — the accessor's decorator throws on a text with a blank: the union of two scopes can't be stored
import { auth, extractWWWAuthenticateParams, UnauthorizedError } from '@modelcontextprotocol/sdk/client/auth.js';
function matches(pattern) {
    return (target, _context) => ({
        set(value) {
            if (value !== undefined && !pattern.test(value))
                throw new TypeError(`malformed: ${value}`);
            target.set.call(this, value);
        },
    });
}
export class LedgerClient {
    constructor(endpoint, provider) {
        this.endpoint = endpoint;
        this.provider = provider;
    }
    async post(entry) {
        for (let attempt = 0; attempt < 2; attempt++) {
            const token = (await this.provider.tokens())?.access_token ?? '';
            const response = await fetch(this.endpoint, {
                method: 'POST',
                headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
                body: JSON.stringify(entry),
            });
            if (response.status !== 403)
                return response;
            const { error, scope, resourceMetadataUrl } = extractWWWAuthenticateParams(response);
            if (error !== 'insufficient_scope')
                return response;
            if (scope) {
                this.requested = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
            }
            const result = await auth(this.provider, { serverUrl: this.endpoint, resourceMetadataUrl, scope: this.requested });
            if (result !== 'AUTHORIZED')
                throw new UnauthorizedError();
        }
        throw new Error('still refused');
    }
}
__decorate([
    matches(/^[\x21\x23-\x5b\x5d-\x7e]+$/)
], LedgerClient.prototype, "requested", void 0);

