const { auth, extractWWWAuthenticateParams } = require("./auth.js");

module.exports = function connect(url, provider) {
  let asked;

  async function stepUp(challenge) {
    "use strict";
    asked = challenge.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
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
