const { InsufficientScopeError: ScopeError, auth: authorize } = require("@modelcontextprotocol/client");

exports.withStepUp = (run, provider, serverUrl) => {
  let asked;
  return async () => {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof ScopeError)) throw error;
      const tokens = await provider?.tokens();
      asked = unionScopes(tokens?.scope, asked, error.requiredScope);
      return authorize(provider, { serverUrl, scope: asked });
    }
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
