import { parseChallenge } from "../shared/challenge.js";

export async function onForbidden(broker, server, response) {
  const challenge = parseChallenge(response.headers.get("www-authenticate"));
  if (challenge.error === "insufficient_scope") {
    await broker.reconnect({ server, ...(challenge.scope ? { scopes: challenge.scope } : {}) }); // expect: review scope-side-channel
  }
}
