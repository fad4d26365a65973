/** Each challenge names its own authorization server, which takes the place of the one before. */
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
    const { error, scope, issuer } = await answer.json();
    if (answer.status !== 403 || error !== "insufficient_scope" || !scope) return;
    state.issuer = issuer ?? state.issuer;
    state.scope = scope; // expect: review unfit-sink (advice granted-scope-unknown)
    await signIn();
  };
}
