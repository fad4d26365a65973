import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export function watch(servers) {
  for (const server of servers) {
    let wanted;
    server.onResponse = async (response) => {
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error !== "insufficient_scope" || !scope) return;
      const tokens = await server.provider?.tokens();
      wanted = unionScopes(tokens?.scope, wanted, scope);
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
    const tokens = await provider?.tokens();
    requested = unionScopes(tokens?.scope, requested, scope);
    await auth(provider, { serverUrl, scope: requested });
    return fetch(request);
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
