import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Link {
  url: string;
  provider: OAuthClientProvider;
  scope?: string;
}

export function onReply(link: Link, response: Response): void {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope" && scope) link.scope = scope; // expect: review scope-side-channel
}

export async function login(known: Link): Promise<void> {
  await auth(known.provider, { serverUrl: known.url, scope: known.scope });
}
