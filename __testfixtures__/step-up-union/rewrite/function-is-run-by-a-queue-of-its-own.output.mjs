import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

/** It runs what it is given right here. */
const queue = {
  exec: (work, given) => Promise.resolve().then(() => work(...given)),
};

async function read(serverUrl, provider, body) {
  let requested;
  for (let attempt = 0; attempt < 2; attempt++) {
    const response = await fetch(serverUrl, { method: "POST", body });
    if (response.status !== 403) return response.text();
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) break;
    const tokens = await provider?.tokens();
    requested = unionScopes(tokens?.scope, requested, scope);
    await auth(provider, { serverUrl, scope: requested });
  }
  throw new Error("forbidden");
}

export const crawl = (serverUrl, provider, bodies) =>
  Promise.all(bodies.map((body) => queue.exec(read, [serverUrl, provider, body])));

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
