import { auth } from "./auth.js";

export async function onForbidden(client, response) {
  const challenge = client.parseChallenge(response);
  if (challenge.error === "insufficient_scope") {
    client.requestedScope = client.configuredScope;
    await auth(client.provider, { serverUrl: client.url, scope: client.requestedScope });
  }
}
