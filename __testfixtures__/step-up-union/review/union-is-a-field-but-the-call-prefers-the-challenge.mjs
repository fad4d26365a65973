import { auth, extractWWWAuthenticateParams } from './auth.js';
import { mergeScopes } from './scopes.js';

export class Overruled {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === 'insufficient_scope') {
      this.scope = mergeScopes(this.scope, scope); // expect: already-union union-kept
      await auth(this.provider, { serverUrl: this.url, scope: scope ?? this.scope }); // expect: review scope-precedence (advice refresh-cannot-widen)
    }
  }
}
