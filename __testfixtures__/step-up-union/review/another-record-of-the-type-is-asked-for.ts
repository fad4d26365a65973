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

export async function login(link: Link): Promise<void> {
  await auth(link.provider, { serverUrl: link.url, scope: link.scope });
}
