import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

function scopeOf(response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope") return scope;
  throw new Error("forbidden");
}

export async function onRefused(client, response) {
  if (extractWWWAuthenticateParams(response).error === "insufficient_scope") {
    client.scope = scopeOf(response); // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(client.provider, { serverUrl: client.url, scope: client.scope });
  }
}
