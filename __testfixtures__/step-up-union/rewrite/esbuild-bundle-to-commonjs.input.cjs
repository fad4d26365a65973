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
      if (scope) {
        this._scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      }
      await (0, import_auth.auth)(this._authProvider, { serverUrl: this._url, scope: this._scope });
    }
  }
};
