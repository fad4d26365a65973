import { auth, extractWWWAuthenticateParams } from '@modelcontextprotocol/sdk/client/auth.js';
export class C {
  constructor(url, provider) { this.url = url; this.provider = provider; this.scope = undefined; }
  async go(body) {
    const held = await this.provider.tokens();
    const res = await fetch(this.url, { body, headers: { authorization: held?.access_token } });
    if (res.status !== 403) return res;
    const { error, scope } = extractWWWAuthenticateParams(res);
    if (error !== 'insufficient_scope' || !scope) return res;
    if (new Set([this.scope, scope]).size === 1) return res;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    return this.go(body);
  }
}
