import { auth } from "./auth.js";

export async function onRefused(client, challenge) {
  if (challenge.error === "insufficient_scope") {
    challenge.scope = [client.scope, challenge.scope].join(" ");
    client.scope = challenge.scope; // expect: already-union union-kept (advice refresh-cannot-widen)
    await auth(client.provider, { serverUrl: client.url, scope: client.scope });
  }
}
