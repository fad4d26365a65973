import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export function watch(socket, provider, serverUrl) {
  let wanted;
  socket.onmessage = async (event) => {
    const { error, scope } = extractWWWAuthenticateParams(event.data);
    if (error !== "insufficient_scope" || !scope) return;
    wanted = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    socket.onmessage = null;
    await auth(provider, { serverUrl, scope: wanted });
  };
}
