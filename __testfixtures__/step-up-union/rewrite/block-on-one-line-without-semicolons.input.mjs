import { auth, extractWWWAuthenticateParams } from './auth.js'

export class Short {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response)
    if (error === 'insufficient_scope') { this.scope = scope } // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope })
  }
}
