import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class HarborError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(`${status}: ${code}`);
  }
}

export class PermissionMissing extends HarborError {
  constructor(readonly scope: string) {
    super(403, "insufficient_scope");
  }
}

export class Harbor {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async run(attempt: () => Promise<Response>): Promise<Response> {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof PermissionMissing)) throw error;
      this.scope = error.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return attempt();
    }
  }
}
