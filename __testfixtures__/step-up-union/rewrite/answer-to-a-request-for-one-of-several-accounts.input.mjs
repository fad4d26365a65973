function scopeNeeded(response) {
  const header = response.headers.get("www-authenticate") ?? "";
  if (response.status !== 403 || !/\berror="insufficient_scope"/.test(header)) return undefined;
  return header.match(/\bscope="([^"]*)"/)?.[1];
}

const send = (account, path) =>
  fetch(`https://api.${account.server}${path}`, { headers: { authorization: `Bearer ${account.token}` } });

async function signIn(account, ask) {
  const query = new URLSearchParams({ client_id: "desktop", scope: account.scope });
  account.token = await ask(`https://as.${account.server}/authorize?${query}`);
}

/** The answer is of one request; that the account is one of several says nothing of its challenge. */
async function request(account, path, ask) {
  const needed = scopeNeeded(await send(account, path));
  if (!needed) return;
  account.scope = needed; // expect: rewrite replaced-scope (advice granted-scope-unknown)
  await signIn(account, ask);
}

export function register(ipc, ask) {
  const accounts = new Map();
  ipc.handle("request", (server, path) => {
    if (!accounts.has(server)) accounts.set(server, { server, scope: "base", token: undefined });
    return request(accounts.get(server), path, ask);
  });
}
