import { InsufficientScopeError, auth, type OAuthClientProvider } from "@modelcontextprotocol/client";
export async function call(provider: OAuthClientProvider, serverUrl: string, run: () => Promise<unknown>) {
  try {
    return await run();
  } catch (error) {
    if (!InsufficientScopeError.isInstance(error)) throw error;
    await auth(provider, { serverUrl, scope: error.requiredScope, forceReauthorization: true }); // expect: rewrite challenge-only-scope (advice scope-may-be-missing)
    return run();
  }
}
