import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

function optionsFor(serverUrl: URL, scope?: string) {
  return { serverUrl, scope }; // expect: review scope-side-channel
}

export async function onResponse(provider: OAuthClientProvider, url: URL, response: Response): Promise<void> {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope") await auth(provider, optionsFor(url, scope));
}

const config: Record<string, string | undefined> = { client_id: "cli", scope: "read" };
const address = () => `https://as.example/authorize?${new URLSearchParams(config as Record<string, string>)}`;

export async function open(url: string, browse: (address: string) => Promise<void>): Promise<void> {
  const challenge = extractWWWAuthenticateParams(await fetch(url));
  if (challenge.error === "insufficient_scope") {
    config["scope"] = challenge.scope; // expect: review scope-side-channel
    await browse(address());
  }
}
