import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { provider, serverUrl } from "../shared/session.js";

let requestedScope: string | undefined;
let lastChallenge: string | null = null;

export async function authorizedFetch(): Promise<Response> {
  const response = await fetch(serverUrl);
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (response.status === 403 && error === "insufficient_scope") {
    const tokens = await provider?.tokens();
    const header = response.headers.get("www-authenticate");
    if (lastChallenge === header) return response;
    lastChallenge = header;
    requestedScope = unionScopes(tokens?.scope, requestedScope, scope);
    await auth(provider, { serverUrl, scope: requestedScope });
    return authorizedFetch();
  }
  return response;
}

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 * Typed as a string where the last part is one, as a scope is never blank; of blanks alone, the union is undefined.
 */
function unionScopes(...scopes: [...Array<string | undefined>, string]): string;
function unionScopes(...scopes: Array<string | undefined>): string | undefined;
function unionScopes(...scopes: Array<string | undefined>): string | undefined {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}
