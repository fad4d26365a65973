import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export function watch(servers) {
  for (const server of servers) {
    let wanted;
    server.onResponse = async (response) => {
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error !== "insufficient_scope" || !scope) return;
      wanted = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      await auth(server.provider, { serverUrl: server.url, scope: wanted });
    };
  }
}

export function clientOf(provider, serverUrl) {
  let requested;
  return async function send(request) {
    const response = await fetch(request);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return response;
    requested = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(provider, { serverUrl, scope: requested });
    return fetch(request);
  };
}
