import { auth, extractWWWAuthenticateParams } from './auth.js';

export class Yoda {
  async onForbidden(response) {
    const { error: code, scope: needed } = extractWWWAuthenticateParams(response);
    if ('insufficient_scope' == code && null != this.provider) {
      this.wanted = needed; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.wanted });
    }
  }
}
