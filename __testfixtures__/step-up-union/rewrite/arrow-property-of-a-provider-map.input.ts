import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

const scopes = { requested: undefined as string | undefined };

export const handlers = {
  unauthorized: async (response: Response, provider: OAuthClientProvider) => {
    scopes.requested = extractWWWAuthenticateParams(response).scope;
    return auth(provider, { serverUrl: response.url, scope: scopes.requested });
  },
  forbidden: async (response: Response, provider: OAuthClientProvider) => {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      scopes.requested = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      return auth(provider, { serverUrl: response.url, scope: scopes.requested });
    }
    throw new Error("forbidden");
  },
};
