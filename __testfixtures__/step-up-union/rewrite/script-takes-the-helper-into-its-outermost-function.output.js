/*! step-up demo, MIT */
(function (root) {
  "use strict";

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

  var provider = root.acmeOAuthProvider;
  var scope;

  root.onForbidden = async function (response) {
    var challenge = root.parseChallenge(response.headers.get("www-authenticate"));
    if (challenge.error === "insufficient_scope" && provider) {
      const tokens = await provider.tokens();
      scope = unionScopes(tokens?.scope, scope, challenge.scope);
      if ((await root.mcpAuth(provider, { serverUrl: root.location.href, scope: scope })) !== "AUTHORIZED") throw new Error("sent to log in");
    }
  };
})(globalThis);
