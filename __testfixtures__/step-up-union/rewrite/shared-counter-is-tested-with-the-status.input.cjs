const { auth } = require("@modelcontextprotocol/sdk/client/auth.js");
const { challengeOf } = require("./challenge.cjs");

let wanted;
let stepUps = 0;

exports.left = async function left(provider, url) {
  const stored = await provider.tokens();
  const reply = await fetch(url, { headers: { authorization: `Bearer ${stored ? stored.access_token : ""}` } });
  if (reply.status !== 403 || stepUps >= 2) return reply;
  const challenge = challengeOf(reply);
  if (challenge.error !== "insufficient_scope") return reply;
  stepUps += 1;
  wanted = challenge.scope;
  await auth(provider, { serverUrl: url, scope: wanted });
  return left(provider, url);
};

exports.entered = async function entered(provider, url) {
  const reply = await fetch(url);
  if (reply.status === 403 && stepUps < 2) {
    const challenge = challengeOf(reply);
    if (challenge.error === "insufficient_scope") {
      stepUps += 1;
      wanted = challenge.scope;
      await auth(provider, { serverUrl: url, scope: wanted });
      return entered(provider, url);
    }
  }
  return reply;
};
