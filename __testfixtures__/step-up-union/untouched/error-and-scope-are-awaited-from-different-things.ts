import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

declare function readError(response: Response): Promise<{ code?: string }>;
declare function readMetadata(url: URL): Promise<{ scope?: string }>;
declare function probe(url: URL): Promise<{ error?: string }>;

/** What is awaited from something else than the response is no challenged scope. */
export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
  ) {}

  async readsItFromTheServer(response: Response): Promise<void> {
    if (response.ok) return;
    const { code } = await readError(response);
    const { scope } = await readMetadata(this.serverUrl);
    if (code === "insufficient_scope") {
      this.scope = scope;
      await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
    }
  }

  async readsBothFromTheAddress(url: URL): Promise<void> {
    const { error } = await probe(url);
    const { scope } = await readMetadata(url);
    if (error === "insufficient_scope") {
      this.scope = scope;
      await auth(this.provider, { serverUrl: url, scope: this.scope });
    }
  }
}
