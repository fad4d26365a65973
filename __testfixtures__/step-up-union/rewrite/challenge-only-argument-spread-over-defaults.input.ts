import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Connection {
  readonly provider: OAuthClientProvider;
  readonly serverUrl: string;
}

export async function stepUpOnce(connection: Connection, response: Response): Promise<boolean> {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (response.status === 403 && error === "insufficient_scope") {
    const { provider, ...rest } = connection;
    const result = await auth(provider, { ...rest, scope }); // expect: rewrite challenge-only-scope (advice refresh-cannot-widen, scope-may-be-missing)
    return result === "AUTHORIZED";
  }
  return false;
}
