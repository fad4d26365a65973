#!/usr/bin/env node
/*! @license acme-mcp 1.2.0 */
"use strict";
const { auth, extractWWWAuthenticateParams } = require("./auth.js");
exports.onForbidden = async function onForbidden(state, response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope" && state.provider) {
    state.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(state.provider, { serverUrl: state.url, scope: state.scope });
  }
};
