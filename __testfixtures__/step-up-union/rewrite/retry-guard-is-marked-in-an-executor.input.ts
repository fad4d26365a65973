import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Guarded {
  private scope?: string;
  private release?: () => void;
  private lock?: Promise<void>;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (this.lock) throw new Error("A step-up is under way");
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      const lock = new Promise<void>((resolve) => {
        this.release = resolve;
        this.lock = Promise.resolve();
      });
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      this.release?.();
      await lock;
    }
  }
}
