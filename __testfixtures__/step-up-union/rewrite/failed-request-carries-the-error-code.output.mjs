import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

export function createClient(http, provider, serverUrl) {
  const state = { scope: undefined, retried: false };
  http.interceptors.response.use(undefined, async (failure) => {
    const body = failure.response?.data;
    if (failure.response?.status === 403 && body?.error === "insufficient_scope") {
      const tokens = await provider?.tokens();
      if (state.retried) throw failure;
      state.retried = true;
      state.scope = unionScopes(tokens?.scope, state.scope, body.scope);
      await auth(provider, { serverUrl, scope: state.scope });
      return http.request(failure.config);
    }
    throw failure;
  });
  return http;
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
