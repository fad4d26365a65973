import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export function listen(events, provider, serverUrl) {
  let wanted;
  const onDenied = async (res) => {
    const { error, scope } = extractWWWAuthenticateParams(res);
    if (res.status !== 403 || error !== "insufficient_scope" || !scope) return;
    wanted = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    events.off("denied", onDenied);
    try {
      await auth(provider, { serverUrl, scope: wanted });
    } finally {
      events.on("denied", onDenied);
    }
  };
  events.on("denied", onDenied);
}
