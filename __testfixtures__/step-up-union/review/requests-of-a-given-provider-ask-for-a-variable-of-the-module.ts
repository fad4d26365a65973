import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

let requested: string | undefined;

function keep(challenged: string | undefined): void {
  requested = challenged; // expect: review unfit-sink (advice granted-scope-unknown, scope-may-be-missing)
}

export async function onRefused(provider: OAuthClientProvider, serverUrl: URL, response: Response): Promise<void> {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope") {
    keep(scope);
    await auth(provider, { serverUrl, scope: requested });
  }
}
