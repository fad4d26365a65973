import { auth } from "@modelcontextprotocol/sdk/client/auth.js";
import { parseChallenge } from "../shared/challenge.js";

export async function onRefused(client, response) {
  const challenge = parseChallenge(response.headers.get("www-authenticate"));
  if (challenge.error === "insufficient_scope") {
    await auth(client.provider, { serverUrl: client.url, ...challenge }); // expect: review scope-side-channel (advice refresh-cannot-widen)
  }
}
