#!/usr/bin/env node
/*! @license acme-mcp 1.2.0 */
"use strict";
const { auth, extractWWWAuthenticateParams } = require("./auth.js");
exports.onForbidden = async function onForbidden(state, response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope" && state.provider) {
    const tokens = await state.provider.tokens();
    state.scope = unionScopes(tokens?.scope, state.scope, scope);
    await auth(state.provider, { serverUrl: state.url, scope: state.scope });
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
