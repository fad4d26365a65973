import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface ServerState {
  readonly url: URL;
  readonly provider?: OAuthClientProvider;
  oauth: { scope?: string };
}

export class Registry {
  private readonly servers = new Map<string, ServerState>();

  async onForbidden(name: string, response: Response): Promise<void> {
    const server = this.servers.get(name);
    if (!server?.provider) return;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      server.oauth.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(server.provider, { serverUrl: server.url, scope: server.oauth.scope });
    }
  }
}
