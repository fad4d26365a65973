'use strict';

const { unionScopes } = require('@acme/oauth-scopes');
const { auth, extractWWWAuthenticateParams } = require('@modelcontextprotocol/sdk/client/auth.js');

class Requiring {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === 'insufficient_scope' && this.provider) {
      const tokens = await this.provider.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, scope);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

module.exports = { Requiring };
