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
    wanted = unionScopes(wanted, scope);
    await auth(provider, { serverUrl: url, scope: wanted });
  };
  return { use, onForbidden };
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
