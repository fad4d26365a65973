import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
export function interceptors(provider, url) {
  let refreshed = false;
  let wanted;
  return {
    async onUnauthorized(response) {
      if (response.status !== 401) return;
      refreshed = true;
      await auth(provider, { serverUrl: url, scope: wanted });
    },
    async onForbidden(response) {
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (response.status !== 403 || error !== "insufficient_scope" || !scope) return;
      if (!refreshed) return;
      wanted = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      await auth(provider, { serverUrl: url, scope: wanted });
    },
  };
}
