import { auth, extractWWWAuthenticateParams } from './auth.js';

export class Switching {
  async onForbidden(response) {
    const challenge = extractWWWAuthenticateParams(response);
    switch (challenge.error) {
      case 'insufficient_scope': {
        this.scope = challenge.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
        return auth(this.provider, { serverUrl: this.url, scope: this.scope });
      }
      case 'invalid_token': {
        this.scope = challenge.scope;
        return auth(this.provider, { serverUrl: this.url, scope: this.scope });
      }
      default:
        throw new Error('forbidden');
    }
  }
}
