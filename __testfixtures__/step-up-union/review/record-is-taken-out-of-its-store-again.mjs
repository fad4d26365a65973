export function createGateway({ vault, http, prompt, routes }) {
  async function connect(key) {
    const connection = vault.get(key);
    const url = new URL(routes[key].authorize);
    url.searchParams.set("client_id", routes[key].client);
    url.searchParams.set("response_type", "code");
    url.searchParams.set("scope", connection.scope ?? routes[key].scope);
    connection.token = await prompt(url);
    vault.put(key, connection);
    return connection;
  }

  return async (key, path) => {
    let connection = vault.get(key);
    if (!connection.token) connection = await connect(key);
    const send = ({ token }) => http(routes[key].target + path, { headers: { authorization: `Bearer ${token}` } });
    const response = await send(connection);
    if (response.status !== 403) return response;
    const challenge = await response.json();
    if (challenge.error !== "insufficient_scope") return response;
    vault.drop(key);
    connection = vault.get(key);
    connection.scope = challenge.scope; // expect: review scope-side-channel
    vault.put(key, connection);
    return send(await connect(key));
  };
}
