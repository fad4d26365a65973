import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export async function onRefused(provider: OAuthClientProvider, serverUrl: URL, response: Response): Promise<void> {
  const { error, scope } = extractWWWAuthenticateParams(response);
  const options = { serverUrl };
  if (error === "insufficient_scope") {
    Object.assign(options, { scope }); // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(provider, options);
  }
}
