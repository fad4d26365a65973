import { auth } from "@modelcontextprotocol/sdk/client/auth.js";
import { InsufficientScopeError } from "../shared/errors.js";
import { provider, serverUrl } from "../shared/session.js";

let wanted: string | undefined;

export async function withStepUp<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof InsufficientScopeError)) throw error;
    const tokens = await provider?.tokens();
    wanted = unionScopes(tokens?.scope, wanted, error.requiredScope);
    await auth(provider, { serverUrl, scope: wanted });
    return call();
  }
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
