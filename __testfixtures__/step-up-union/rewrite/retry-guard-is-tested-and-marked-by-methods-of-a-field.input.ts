import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Guard {
  isOpen(): boolean;
  start(): () => void;
}

declare function makeGuard(): Guard;

export class Guarded {
  private scope?: string;
  private readonly guard: Guard = makeGuard();

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (!this.guard.isOpen()) throw new Error("A step-up is under way");
    if (error === "insufficient_scope") {
      const release = this.guard.start();
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      release();
    }
  }
}
