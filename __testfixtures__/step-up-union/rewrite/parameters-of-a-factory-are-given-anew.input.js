import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export function makeClient(url, provider) {
  let wanted;
  const use = (nextUrl, nextProvider) => {
    url = nextUrl;
    provider = nextProvider;
    wanted = undefined;
  };
  const onForbidden = async (res) => {
    const { error, scope } = extractWWWAuthenticateParams(res);
    if (res.status !== 403 || error !== "insufficient_scope" || !scope) return;
    wanted = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, granted-scope-unknown)
    await auth(provider, { serverUrl: url, scope: wanted });
  };
  return { use, onForbidden };
}
