import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

/** The scope with which the options are made is not the one that is asked for. */
export async function onForbidden(
  provider: OAuthClientProvider,
  serverUrl: URL,
  response: Response,
  all: string,
): Promise<void> {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope") {
    const options = { serverUrl, scope };
    console.debug("challenged", options);
    options.scope = all;
    await auth(provider, options);
  }
}
