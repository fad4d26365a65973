const { auth, extractWWWAuthenticateParams } = require("./auth.js");

module.exports = function connect(url, provider) {
  let asked;

  async function stepUp(challenge) {
    "use strict";
    const tokens = await provider?.tokens();
    asked = unionScopes(tokens?.scope, asked, challenge.scope);
    return auth(provider, { serverUrl: url, scope: asked });
  }

  return async (init) => {
    const response = await fetch(url, init);
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error === "insufficient_scope") {
      return stepUp(challenge);
    }
    return response;
  };
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
