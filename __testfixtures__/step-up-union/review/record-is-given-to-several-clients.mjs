import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

function toolkit({ url, provider, memory }) {
  return async (tool) => {
    const response = await fetch(`${url}/${tool}`);
    if (response.status !== 403) return response;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return response;
    memory.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(provider, { serverUrl: url, scope: memory.scope });
    return fetch(`${url}/${tool}`);
  };
}

/** Each has a server of its own, and all of them one memory. */
export function createAgent({ calendar, wiki }) {
  const memory = { scope: undefined };
  return { calendar: toolkit({ memory, ...calendar }), wiki: toolkit({ memory, ...wiki }) };
}
