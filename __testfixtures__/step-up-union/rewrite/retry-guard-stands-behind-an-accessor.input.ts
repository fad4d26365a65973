import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Guarded {
  private scope?: string;
  private readonly marks = new Set<string>();

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  private get busy(): boolean {
    return this.marks.has("busy");
  }

  private set busy(value: boolean) {
    if (value) this.marks.add("busy");
  }

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (this.busy) throw new Error("A step-up is under way");
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      this.busy = true;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
