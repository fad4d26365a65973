/*! step-up demo, MIT */
(function (root) {
  "use strict";

  var provider = root.acmeOAuthProvider;
  var scope;

  root.onForbidden = async function (response) {
    var challenge = root.parseChallenge(response.headers.get("www-authenticate"));
    if (challenge.error === "insufficient_scope" && provider) {
      scope = challenge.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      if ((await root.mcpAuth(provider, { serverUrl: root.location.href, scope: scope })) !== "AUTHORIZED") throw new Error("sent to log in");
    }
  };
})(globalThis);
