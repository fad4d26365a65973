import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import type { FetchLike } from "../shared/transport.js";

export function createStepUpFetch(provider: OAuthClientProvider, serverUrl: URL, next: FetchLike = fetch): FetchLike {
  let currentScope: string | undefined;

  return async (url, init) => {
    const response = await next(url, init);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status === 403 && error === "insufficient_scope") {
      if (scope) {
        currentScope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      }
      const result = await auth(provider, { serverUrl, scope: currentScope });
      if (result === "AUTHORIZED") return next(url, init);
    }
    return response;
  };
}
