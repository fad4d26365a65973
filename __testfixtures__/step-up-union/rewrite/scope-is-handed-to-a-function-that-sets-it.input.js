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
    session.requested = scope; // expect: rewrite replaced-scope (advice granted-scope-unknown)
    await authorize(session.requested);
    return fetch(`https://api.${host}${path}`);
  };
}
