import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

function toolkit({ url, provider, memory }) {
  return async (tool) => {
    const response = await fetch(`${url}/${tool}`);
    if (response.status !== 403) return response;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return response;
    const tokens = await provider?.tokens();
    memory.scope = unionScopes(tokens?.scope, memory.scope, scope);
    await auth(provider, { serverUrl: url, scope: memory.scope });
    return fetch(`${url}/${tool}`);
  };
}

/** Each has a server and a memory of its own. */
export function createAgent({ calendar, wiki }) {
  return {
    calendar: toolkit({ memory: { scope: undefined }, url: calendar.url, provider: calendar.provider }),
    wiki: toolkit({ memory: { scope: undefined }, url: wiki.url, provider: wiki.provider }),
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
