import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import type { FetchLike } from "../shared/transport.js";

async function handle401(response: Response, provider: OAuthClientProvider, next: FetchLike, serverUrl: URL): Promise<void> {
  const { resourceMetadataUrl, scope } = extractWWWAuthenticateParams(response);
  const result = await auth(provider, {
    serverUrl,
    resourceMetadataUrl,
    scope, // expect: review shared-401-403-handler (advice refresh-cannot-widen, scope-may-be-missing)
    fetchFn: next,
  });
  if (result !== "AUTHORIZED") throw new Error("Not authorized");
}

export function withOAuth(provider: OAuthClientProvider, serverUrl: URL, next: FetchLike): FetchLike {
  return async (url, init) => {
    let response = await next(url, init);
    if (response.status === 401 || response.status === 403) {
      await handle401(response, provider, next, serverUrl);
      response = await next(url, init);
    }
    return response;
  };
}
