const { auth, extractWWWAuthenticateParams } = require("@modelcontextprotocol/sdk/client/auth.js");

exports.handlersOf = (servers) => {
  const handlers = {};
  for (const server of servers) {
    let requested;
    handlers[server.name] = async (response) => {
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error !== "insufficient_scope") return;
      const tokens = await server.provider?.tokens();
      if (scope) requested = unionScopes(tokens?.scope, requested, scope);
      await auth(server.provider, { serverUrl: server.url, scope: requested });
    };
  }
  return handlers;
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
