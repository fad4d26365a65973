import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export function makeClient(firstUrl, firstProvider) {
  let serverUrl = firstUrl;
  let provider = firstProvider;
  let wanted;
  return {
    use(url, other) {
      serverUrl = url;
      provider = other;
      wanted = undefined;
    },
    async onForbidden(res) {
      const { error, scope } = extractWWWAuthenticateParams(res);
      if (res.status !== 403 || error !== "insufficient_scope" || !scope) return;
      wanted = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, granted-scope-unknown)
      await auth(provider, { serverUrl, scope: wanted });
    },
  };
}
