import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

function join(...parts: (string | undefined)[]): string {
  return [...new Set(parts.flatMap((part) => part?.split(/\s+/).filter(Boolean) ?? []))].join(" ");
}

const joinNames = (...parts: (string | undefined)[]): string =>
  Array.from(new Set(parts.flatMap((part) => part?.split(" ").filter((name) => name) ?? []))).join(" ");

export async function stepUp(provider: OAuthClientProvider, serverUrl: string, response: Response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (response.status === 403 && error === "insufficient_scope") {
    const tokens = await provider.tokens();
    await auth(provider, { serverUrl, scope: join(tokens?.scope, provider.clientMetadata.scope, scope) }); // expect: already-union union-kept (advice refresh-cannot-widen)
  }
}

export async function widen(provider: OAuthClientProvider, serverUrl: string, response: Response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (response.status === 403 && error === "insufficient_scope") {
    const tokens = await provider.tokens();
    await auth(provider, { serverUrl, scope: joinNames(tokens?.scope, provider.clientMetadata.scope, scope) }); // expect: already-union union-kept (advice refresh-cannot-widen)
  }
}
