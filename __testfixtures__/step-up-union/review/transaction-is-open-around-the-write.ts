import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

// A transaction of IndexedDB ends as soon as the handler waits for anything else.

export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
    private readonly db: IDBDatabase,
  ) {}

  async onForbidden(response: Response) {
    const text = await response.text();
    const log = this.db.transaction("log", "readwrite").objectStore("log");
    log.put(text, "refused");
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    log.put("asking", "state");
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
