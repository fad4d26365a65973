'use strict';

const { auth, extractWWWAuthenticateParams } = require('@modelcontextprotocol/sdk/client/auth.js');

function Client(url, provider) {
  this.url = url;
  this.provider = provider;
}

Client.prototype.request = async function (init) {
  const self = this;
  const response = await fetch(self.url, init);
  const challenge = extractWWWAuthenticateParams(response);
  if (self.provider && challenge.error === 'insufficient_scope') {
    const tokens = await self.provider.tokens();
    self.scope = unionScopes(tokens?.scope, self.scope, challenge.scope);
    await auth(self.provider, { serverUrl: self.url, scope: this.scope });
  }
  return response;
};

module.exports = { Client };

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 *
 * @param {...(string | undefined)} scopes
 * @returns {string | undefined}
 */
function unionScopes(...scopes) {
  const tokens = scopes.join(' ').split(/\s+/);
  const union = tokens.filter((token, index) => token !== '' && tokens.indexOf(token) === index);
  return union.join(' ') || undefined;
}
