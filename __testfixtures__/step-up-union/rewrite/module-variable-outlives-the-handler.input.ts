import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { provider, serverUrl } from "../shared/session.js";

let requestedScope: string | undefined;
let lastChallenge: string | null = null;

export async function authorizedFetch(): Promise<Response> {
  const response = await fetch(serverUrl);
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (response.status === 403 && error === "insufficient_scope") {
    const header = response.headers.get("www-authenticate");
    if (lastChallenge === header) return response;
    lastChallenge = header;
    requestedScope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(provider, { serverUrl, scope: requestedScope });
    return authorizedFetch();
  }
  return response;
}
