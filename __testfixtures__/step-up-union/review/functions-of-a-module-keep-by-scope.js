import { auth, extractWWWAuthenticateParams } from '@modelcontextprotocol/sdk/client/auth.js';
import { acquire, release } from './locks.js';
export class C {
  constructor(url, provider) { this.url = url; this.provider = provider; this.scope = ''; }
  async onForbidden(res) {
    const { error, scope } = extractWWWAuthenticateParams(res);
    if (error !== 'insufficient_scope' || !scope) return;
    acquire(scope);
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    try { await auth(this.provider, { serverUrl: this.url, scope: this.scope }); } finally { release(this.scope); }
  }
}
