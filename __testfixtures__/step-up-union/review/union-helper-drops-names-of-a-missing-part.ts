import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

const KNOWN = new Set(["files:read"]);

function join(...parts: (string | undefined)[]): string {
  return [...new Set(parts.flatMap((part) => part?.split(/\s+/).filter((name) => KNOWN.has(name)) ?? []))].join(" ");
}

export async function stepUp(provider: OAuthClientProvider, serverUrl: string, response: Response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (response.status === 403 && error === "insufficient_scope") {
    const tokens = await provider.tokens();
    await auth(provider, { serverUrl, scope: join(tokens?.scope, provider.clientMetadata.scope, scope) }); // expect: review scope-precedence (advice refresh-cannot-widen)
  }
}
