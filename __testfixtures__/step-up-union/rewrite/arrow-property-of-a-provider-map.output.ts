import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { provider, serverUrl } from "../shared/session.js";

const scopes = { requested: undefined as string | undefined };

export const handlers = {
  unauthorized: async (response: Response) => {
    scopes.requested = extractWWWAuthenticateParams(response).scope;
    return auth(provider, { serverUrl, scope: scopes.requested });
  },
  forbidden: async (response: Response) => {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const tokens = await provider?.tokens();
      scopes.requested = unionScopes(tokens?.scope, scopes.requested, scope);
      return auth(provider, { serverUrl, scope: scopes.requested });
    }
    throw new Error("forbidden");
  },
};

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
