import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

const join = (...scopes: (string | undefined)[]) => scopes.filter(Boolean).join(" ");

function optionsFor(serverUrl: URL, granted?: string, scope?: string) {
  return { serverUrl, scope: join(granted, scope) }; // expect: already-union union-kept
}

export async function onResponse(provider: OAuthClientProvider, url: URL, response: Response): Promise<void> {
  const { error, scope } = extractWWWAuthenticateParams(response);
  const tokens = await provider.tokens();
  if (error === "insufficient_scope") await auth(provider, optionsFor(url, tokens?.scope, scope));
}

interface Problem {
  url: string;
  scope?: string;
}

interface Link {
  url: string;
  provider: OAuthClientProvider;
  scope?: string;
}

export function onReply(problem: Problem, response: Response): void {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope" && scope) problem.scope = scope;
}

export async function login(link: Link): Promise<void> {
  await auth(link.provider, { serverUrl: link.url, scope: link.scope });
}
