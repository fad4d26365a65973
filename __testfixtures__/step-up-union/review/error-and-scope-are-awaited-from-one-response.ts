import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

declare function readError(response: Response): Promise<{ code?: string }>;
declare function readScope(response: Response): Promise<{ needed?: string }>;

/** Both are read from one response, as far as the calls tell. */
export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    if (response.ok) return;
    const { code } = await readError(response.clone());
    const { needed } = await readScope(response);
    if (code === "insufficient_scope") {
      this.scope = needed; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
    }
  }
}
