import { auth, extractWWWAuthenticateParams } from './auth.js';

function unionScopes(...scopes) {
  const seen = new Set(scopes.flatMap((scope) => scope?.split(/\s+/) ?? []).filter(Boolean));
  return seen.size > 0 ? [...seen].join(' ') : undefined;
}

export class HalfMigrated {
  async onFirst(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === 'insufficient_scope' && this.provider) {
      this.scope = unionScopes((await this.provider.tokens())?.scope, this.scope, scope); // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async onSecond(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === 'insufficient_scope' && this.provider) {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
