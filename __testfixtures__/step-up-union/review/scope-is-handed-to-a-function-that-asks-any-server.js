export function createForge({ host, login }) {
  const session = { token: null, requested: undefined };

  async function authorize(scope, server) {
    const query = new URLSearchParams({ client_id: "forge", response_type: "code" });
    if (scope) query.set("scope", scope);
    await login(`${server}/authorize?${query}`);
  }

  return async function api(path, server) {
    const response = await fetch(`https://api.${host}${path}`);
    if (response.status !== 403) return response;
    const { error, scope } = await response.json();
    if (error !== "insufficient_scope" || !scope) return response;
    session.requested = scope; // expect: review unfit-sink (advice granted-scope-unknown)
    await authorize(session.requested, server);
    return fetch(`https://api.${host}${path}`);
  };
}
