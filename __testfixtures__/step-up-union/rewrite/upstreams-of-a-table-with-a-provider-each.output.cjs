const { auth, extractWWWAuthenticateParams } = require("@modelcontextprotocol/sdk/client/auth.js");
const { createProvider } = require("./provider.cjs");

const upstreams = {
  code: { url: "https://code.example/mcp", provider: createProvider("code"), scope: undefined },
  mail: { url: "https://mail.example/mcp", provider: createProvider("mail"), scope: undefined },
};

module.exports = async (name, body) => {
  const upstream = upstreams[name];
  const response = await fetch(upstream.url, { method: "POST", body });
  if (response.status !== 403) return response;
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope" && scope) {
    const tokens = await upstream.provider?.tokens();
    upstream.scope = unionScopes(tokens?.scope, upstream.scope, scope);
    await auth(upstream.provider, { serverUrl: upstream.url, scope: upstream.scope });
  }
  return response;
};

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
