export function createForge({ host, login }) {
  const oauth = `https://auth.${host}`;
  const session = { token: null, requested: undefined };

  async function authorize(scope) {
    const query = new URLSearchParams({ client_id: "forge", response_type: "code" });
    if (scope) query.set("scope", scope);
    await login(`${oauth}/authorize?${query}`);
  }

  return async function api(path) {
    const response = await fetch(`https://api.${host}${path}`);
    if (response.status !== 403) return response;
    const { error, scope } = await response.json();
    if (error !== "insufficient_scope" || !scope) return response;
    session.requested = unionScopes(session.requested, scope);
    await authorize(session.requested);
    return fetch(`https://api.${host}${path}`);
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
