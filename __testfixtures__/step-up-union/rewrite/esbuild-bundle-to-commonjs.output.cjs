"use strict";
var __defProp = Object.defineProperty;
var __export = (target, all) => {
  for (var name in all) __defProp(target, name, { get: all[name], enumerable: true });
};
var client_exports = {};
__export(client_exports, { Client: () => Client });
module.exports = client_exports;
var import_auth = require("@modelcontextprotocol/sdk/client/auth.js");
var Client = class {
  constructor(url, provider) {
    this._url = url;
    this._authProvider = provider;
  }
  async onForbidden(response) {
    const { scope, error: error2 } = (0, import_auth.extractWWWAuthenticateParams)(response);
    if (error2 === "insufficient_scope") {
      const tokens = await this._authProvider?.tokens();
      if (scope) {
        this._scope = unionScopes(tokens?.scope, this._scope, scope);
      }
      await (0, import_auth.auth)(this._authProvider, { serverUrl: this._url, scope: this._scope });
    }
  }
};

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 *
 * @param {...(string | undefined)} scopes
 * @returns {string | undefined}
 */
function unionScopes(...scopes) {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}
