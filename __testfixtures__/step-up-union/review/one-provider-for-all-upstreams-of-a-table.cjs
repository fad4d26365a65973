const { auth, extractWWWAuthenticateParams } = require("@modelcontextprotocol/sdk/client/auth.js");

const upstreams = {
  code: { url: "https://code.example/mcp", scope: undefined },
  mail: { url: "https://mail.example/mcp", scope: undefined },
};

module.exports = (provider) => async (name, body) => {
  const upstream = upstreams[name];
  const response = await fetch(upstream.url, { method: "POST", body });
  if (response.status !== 403) return response;
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope" && scope) {
    upstream.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(provider, { serverUrl: upstream.url, scope: upstream.scope });
  }
  return response;
};
