import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export function handlerFor(provider: OAuthClientProvider, serverUrl: URL): (response: Response) => Promise<void> {
  let requested: string | undefined;

  function keep(challenged: string | undefined): void {
    requested = challenged; // expect: rewrite replaced-scope (advice refresh-cannot-widen, granted-scope-unknown, scope-may-be-missing)
  }

  return async (response) => {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      keep(scope);
      await auth(provider, { serverUrl, scope: requested });
    }
  };
}
