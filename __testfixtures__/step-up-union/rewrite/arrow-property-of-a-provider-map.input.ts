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
      scopes.requested = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      return auth(provider, { serverUrl, scope: scopes.requested });
    }
    throw new Error("forbidden");
  },
};
