import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export async function onChallenge(client, response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  switch (error) {
    case "insufficient_scope" /* RFC 6750: section 3.1 */:
      client.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(client.provider, { serverUrl: client.url, scope: client.scope });
      break;
    default:
      throw new Error(error);
  }
}
