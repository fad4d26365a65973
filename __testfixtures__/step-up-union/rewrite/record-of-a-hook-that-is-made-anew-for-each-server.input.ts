import { useMemo } from "react";
import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export function useStepUp(serverUrl: string, provider: OAuthClientProvider) {
  const state = useMemo<{ scope?: string }>(() => ({}), [serverUrl, provider]);
  return async (response: Response) => {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    state.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(provider, { serverUrl, scope: state.scope });
  };
}
