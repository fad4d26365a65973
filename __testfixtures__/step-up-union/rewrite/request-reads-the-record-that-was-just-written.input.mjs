import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

export async function connect(store, url, ask) {
  const settings = { url, scope: "read" };
  const reply = await ask();
  const body = await reply.json();
  if (body.error === "insufficient_scope") {
    settings.scope = body.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(store, { serverUrl: settings.url, scope: settings.scope });
  }
  return reply;
}

export async function reconnect(store, url, ask) {
  const wanted = { oauth: { scope: "read" }, scope: "read" };
  const reply = await ask();
  const body = await reply.json();
  if (body.error === "insufficient_scope") {
    wanted.scope = body.scope; // expect: rewrite replaced-scope (advice scope-may-be-missing)
    const requested = wanted.scope;
    await auth(store, { serverUrl: url, scope: requested });
  }
  return wanted.oauth;
}
