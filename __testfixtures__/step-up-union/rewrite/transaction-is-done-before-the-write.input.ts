import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

// One transaction ends before the challenge, and another begins behind the tokens.

export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
    private readonly db: IDBDatabase,
  ) {}

  async onForbidden(response: Response) {
    const log = this.db.transaction("log", "readwrite").objectStore("log");
    log.put(await response.text(), "refused");
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    this.db.transaction("log", "readwrite").objectStore("log").put("asking", "state");
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
