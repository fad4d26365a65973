const kept = new Map();

// A token is kept for each scope: none is lost when another one is asked for.
async function exchange(origin, scope) {
  if (kept.get(scope)) return kept.get(scope);
  const answer = await fetch(`${origin}/token`, {
    method: "POST",
    body: new URLSearchParams({ client_id: "backup", scope }),
  });
  kept.set(scope, await answer.text());
  return kept.get(scope);
}

export function createBackup(origin) {
  const session = { scope: "base", granted: "" };

  const renew = async () => {
    session.granted = await exchange(origin, session.scope);
  };

  return async function load(path) {
    const response = await fetch(origin + path, { headers: { authorization: `Bearer ${session.granted}` } });
    const header = response.headers.get("www-authenticate") ?? "";
    const scope = /[ ,]scope="([^"]+)"/.exec(header)?.[1];
    if (response.status !== 403 || !/error="insufficient_scope"/.test(header) || !scope) return response;
    session.scope = scope;
    await renew();
    return fetch(origin + path, { headers: { authorization: `Bearer ${session.granted}` } });
  };
}
