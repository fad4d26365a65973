import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

/** An experiment: one half is asked for the challenge alone. */
export class Digest {
  private scope?: string;

  constructor(
    private readonly isNarrow: boolean,
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    if (this.isNarrow) {
      this.scope = scope; // expect: review scope-precedence (advice refresh-cannot-widen)
    } else {
      this.scope = [...new Set([this.scope, scope].join(" ").split(" "))].join(" "); // expect: already-union union-kept (advice refresh-cannot-widen)
    }
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }

  async onRefused(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    if (this.isNarrow) {
      this.scope = scope; // expect: review scope-precedence (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return;
    }
    this.scope = [...new Set([this.scope, scope].join(" ").split(" "))].join(" "); // expect: already-union union-kept (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
