export async function forward(url, state, env) {
  const response = await fetch(url, { headers: { authorization: `Bearer ${state.access}` } });
  if (response.status !== 403) return response;
  const challenge = await response.json();
  if (challenge.error !== "insufficient_scope" || !challenge.scope) return response;
  state.scope = challenge.scope; // expect: review unfit-sink (advice granted-scope-unknown)
  await renew(state, env);
  return fetch(url, { headers: { authorization: `Bearer ${state.access}` } });
}

async function renew(state, env) {
  const body = new URLSearchParams({ grant_type: "refresh_token", refresh_token: state.refresh, scope: state.scope });
  const response = await fetch(`${env.ISSUER}/token`, { method: "POST", body });
  const { access_token } = await response.json();
  state.access = access_token;
}
