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
    upstream.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(upstream.provider, { serverUrl: upstream.url, scope: upstream.scope });
  }
  return response;
};
