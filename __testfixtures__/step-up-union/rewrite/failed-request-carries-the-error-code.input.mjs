import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

export function createClient(http, provider, serverUrl) {
  const state = { scope: undefined, retried: false };
  http.interceptors.response.use(undefined, async (failure) => {
    const body = failure.response?.data;
    if (failure.response?.status === 403 && body?.error === "insufficient_scope") {
      if (state.retried) throw failure;
      state.retried = true;
      state.scope = body.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(provider, { serverUrl, scope: state.scope });
      return http.request(failure.config);
    }
    throw failure;
  });
  return http;
}
