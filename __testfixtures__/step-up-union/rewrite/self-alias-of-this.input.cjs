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
    self.scope = challenge.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(self.provider, { serverUrl: self.url, scope: this.scope });
  }
  return response;
};

module.exports = { Client };
