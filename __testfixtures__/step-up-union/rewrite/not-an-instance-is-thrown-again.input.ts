import { auth } from "@modelcontextprotocol/sdk/client/auth.js";
import { InsufficientScopeError } from "../shared/errors.js";
import { provider, serverUrl } from "../shared/session.js";

let wanted: string | undefined;

export async function withStepUp<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof InsufficientScopeError)) throw error;
    wanted = error.requiredScope ?? wanted; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(provider, { serverUrl, scope: wanted });
    return call();
  }
}
