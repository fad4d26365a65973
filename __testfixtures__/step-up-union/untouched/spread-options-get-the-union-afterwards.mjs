import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { unionScopes } from "../union-scopes.js";

export async function onRefused(client, response) {
  const challenge = extractWWWAuthenticateParams(response);
  if (challenge.error === "insufficient_scope") {
    const tokens = await client.provider.tokens();
    const options = { serverUrl: client.url, ...challenge };
    options.scope = unionScopes(tokens?.scope, client.scope, challenge.scope); // expect: already-union union-kept (advice refresh-cannot-widen)
    await auth(client.provider, options);
  }
}
