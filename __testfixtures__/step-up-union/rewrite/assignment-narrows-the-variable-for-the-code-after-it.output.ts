import { extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import { loginWithScope } from "../shared/login.js";

export function handlerFor(provider: OAuthClientProvider): (response: Response) => Promise<string> {
  let wanted: string | undefined;

  return async function onForbidden(response: Response): Promise<string> {
    const before = await provider.tokens();
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      wanted = unionScopes(before?.scope, wanted, scope) ?? scope;
      await loginWithScope(wanted);
    }
    return before?.access_token ?? "";
  };
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
