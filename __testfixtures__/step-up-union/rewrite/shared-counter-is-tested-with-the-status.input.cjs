const { auth } = require("@modelcontextprotocol/sdk/client/auth.js");
const { challengeOf } = require("./challenge.cjs");

exports.leaving = function leaving(provider, url) {
  let wanted;
  let stepUps = 0;
  return async function get() {
    const stored = await provider.tokens();
    const reply = await fetch(url, { headers: { authorization: `Bearer ${stored ? stored.access_token : ""}` } });
    if (reply.status !== 403 || stepUps >= 2) return reply;
    const challenge = challengeOf(reply);
    if (challenge.error !== "insufficient_scope") return reply;
    stepUps += 1;
    wanted = challenge.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(provider, { serverUrl: url, scope: wanted });
    return get();
  };
};

exports.entering = function entering(provider, url) {
  let wanted;
  let stepUps = 0;
  return async function get() {
    const reply = await fetch(url);
    if (reply.status === 403 && stepUps < 2) {
      const challenge = challengeOf(reply);
      if (challenge.error === "insufficient_scope") {
        stepUps += 1;
        wanted = challenge.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
        await auth(provider, { serverUrl: url, scope: wanted });
        return get();
      }
    }
    return reply;
  };
};
