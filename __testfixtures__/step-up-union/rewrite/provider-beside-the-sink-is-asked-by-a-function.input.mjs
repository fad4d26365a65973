import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

export async function onReply(link, body) {
  if (body.error === "insufficient_scope" && body.scope) {
    link.scope = body.scope; // expect: rewrite replaced-scope
    await login(link);
  }
}

async function login(link) {
  await auth(link.store, { serverUrl: link.url, scope: link.scope });
}
