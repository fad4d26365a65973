export function connect(keeper, authorize) {
  let scope;
  const header = () => keeper.tokens().then((tokens) => `Bearer ${tokens?.access_token}`);
  return async (body) => {
    if (body.error === "insufficient_scope") {
      const tokens = await keeper?.tokens();
      scope = unionScopes(tokens?.scope, scope, body.scope);
      await authorize({ client_id: "mcp", redirect_uri: "/", scope });
    }
    return header();
  };
}

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
