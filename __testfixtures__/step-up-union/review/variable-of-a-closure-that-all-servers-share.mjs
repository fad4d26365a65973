import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export function watch(servers) {
  let wanted;
  for (const server of servers) {
    server.onResponse = async (response) => {
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error !== "insufficient_scope" || !scope) return;
      wanted = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      await auth(server.provider, { serverUrl: server.url, scope: wanted });
    };
  }
}
