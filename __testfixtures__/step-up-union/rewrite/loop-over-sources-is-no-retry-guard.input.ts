import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Source {
  url: string;
  provider: OAuthClientProvider;
  scope?: string;
}

export async function readAll(sources: Source[]): Promise<void> {
  for (const source of sources) {
    for (let tries = 0; tries < 2; tries++) {
      const reply = await fetch(source.url);
      if (reply.status !== 403) break;
      const { error, scope } = extractWWWAuthenticateParams(reply);
      if (error !== "insufficient_scope") break;
      source.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      if ((await auth(source.provider, { serverUrl: source.url, scope: source.scope })) !== "AUTHORIZED") break;
    }
  }
}
