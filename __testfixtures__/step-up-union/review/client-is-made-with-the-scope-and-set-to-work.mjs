import { createClient } from "./client.mjs";
import { parseChallenge } from "./challenge.mjs";

export async function onReply(config, reply) {
  const { error, scope } = parseChallenge(reply.headers.get("www-authenticate"));
  if (error !== "insufficient_scope") return;
  const wider = createClient({ ...config, scope }); // expect: review scope-side-channel
  await wider.login();
  await wider.connect();
}
