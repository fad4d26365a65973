import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Session {
  readonly provider: OAuthClientProvider;
  readonly url: URL;
  scope?: string;
}

export class Sessions {
  private readonly sessions = new Map<string, Session>();

  async onRefused(id: string, response: Response): Promise<void> {
    const session = this.sessions.get(id);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (!session || error !== "insufficient_scope" || !scope) return;
    session.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(session.provider, { serverUrl: session.url, scope: session.scope });
  }
}
