import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

function toolkit({ url, provider, memory }) {
  return async (tool) => {
    const response = await fetch(`${url}/${tool}`);
    if (response.status !== 403) return response;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return response;
    memory.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
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
