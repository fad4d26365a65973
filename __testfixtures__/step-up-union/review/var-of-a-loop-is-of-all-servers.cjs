const { auth, extractWWWAuthenticateParams } = require("@modelcontextprotocol/sdk/client/auth.js");

exports.handlersOf = (servers) => {
  const handlers = {};
  for (const server of servers) {
    var requested;
    handlers[server.name] = async (response) => {
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error !== "insufficient_scope") return;
      if (scope) requested = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      await auth(server.provider, { serverUrl: server.url, scope: requested });
    };
  }
  return handlers;
};
