import { joinScopes } from '@acme/scopes';
import { auth, extractWWWAuthenticateParams } from './auth.js';

export class Named {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === 'insufficient_scope' && this.provider) {
      const tokens = await this.provider.tokens();
      this.scope = joinScopes(tokens?.scope, this.scope, scope);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
