import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Session {
  scope?: string;
}

export class Server {
  readonly #sessions = new Map<string, Session>();

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(id: string, response: Response): Promise<void> {
    const session = this.#sessions.get(id) ?? {};
    this.#sessions.set(id, session);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    session.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: session.scope });
  }
}
