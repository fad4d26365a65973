/** The server stays the one that it was made for. */
export function toolbox(endpoint, home, approve) {
  const state = { issuer: home, scope: "base", token: undefined };

  async function signIn() {
    const page = new URL("authorize", state.issuer);
    page.searchParams.set("client_id", "tools");
    page.searchParams.set("scope", state.scope);
    state.token = await approve(page.href);
  }

  return async (tool) => {
    const answer = await fetch(`${endpoint}/${tool}`, { headers: { authorization: `Bearer ${state.token}` } });
    const { error, scope } = await answer.json();
    if (answer.status !== 403 || error !== "insufficient_scope" || !scope) return;
    state.scope = unionScopes(state.scope, scope);
    await signIn();
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
