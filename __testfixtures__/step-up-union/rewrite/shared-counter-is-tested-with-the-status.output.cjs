const { auth } = require("@modelcontextprotocol/sdk/client/auth.js");
const { challengeOf } = require("./challenge.cjs");

exports.leaving = function leaving(provider, url) {
  let wanted;
  let stepUps = 0;
  return async function get() {
    const stored = await provider.tokens();
    const reply = await fetch(url, { headers: { authorization: `Bearer ${stored ? stored.access_token : ""}` } });
    const tokens = reply.status === 403 ? await provider?.tokens() : undefined;
    if (reply.status !== 403 || stepUps >= 2) return reply;
    const challenge = challengeOf(reply);
    if (challenge.error !== "insufficient_scope") return reply;
    stepUps += 1;
    wanted = unionScopes(tokens?.scope, wanted, challenge.scope);
    await auth(provider, { serverUrl: url, scope: wanted });
    return get();
  };
};

exports.entering = function entering(provider, url) {
  let wanted;
  let stepUps = 0;
  return async function get() {
    const reply = await fetch(url);
    const tokens = reply.status === 403 ? await provider?.tokens() : undefined;
    if (reply.status === 403 && stepUps < 2) {
      const challenge = challengeOf(reply);
      if (challenge.error === "insufficient_scope") {
        stepUps += 1;
        wanted = unionScopes(tokens?.scope, wanted, challenge.scope);
        await auth(provider, { serverUrl: url, scope: wanted });
        return get();
      }
    }
    return reply;
  };
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
