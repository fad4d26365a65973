import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

/** The entry that is written and the one that is compared have keys by two names, which may be one. */
export function createClient(provider, send) {
  const requested = {};

  async function onForbidden(response, message) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) throw new Error("refused");
    if (requested[message.url.href] === scope) throw new Error("refused again");
    return stepUp(scope, message);
  }

  async function stepUp(challenged, refused) {
    requested[refused.url.href] = challenged; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(provider, { serverUrl: refused.url, scope: requested[refused.url.href] });
    return send(refused);
  }

  return { onForbidden };
}
