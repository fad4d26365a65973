import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Reads {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
    private readonly allScopes: string,
    private readonly isIdle: boolean,
  ) {}

  private async authorize(): Promise<void> {
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }

  private get request(): { serverUrl: URL; scope?: string } {
    return { serverUrl: this.url, scope: this.scope };
  }

  async onTrimmed(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      this.scope = this.scope?.trim();
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async onReset(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      this.scope = undefined;
    }
  }

  async onCall(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await this.authorize();
      this.scope = undefined;
    }
  }

  async onGetter(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      const { request } = this;
      this.scope = undefined;
      await auth(this.provider, request);
    }
  }

  async onCopy(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      const { scope: kept } = this;
      this.scope = undefined;
      await auth(this.provider, { serverUrl: this.url, scope: kept });
    }
  }

  async onExit(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      if (this.isIdle) return;
      this.scope = this.allScopes;
    }
  }
}
