import { auth, computeScopeUnion, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/client";

export class Elsewhere {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
    private readonly isFresh = false,
  ) {}

  logout(): void {
    this.scope = undefined;
  }

  async whereItGivesUp(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      if (this.isFresh) {
        this.scope = undefined;
        return;
      }
      this.scope = computeScopeUnion(this.scope, scope); // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async whereItThrows(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      if (this.isFresh) {
        this.scope = "";
        throw new Error("forbidden");
      }
      this.scope = computeScopeUnion(this.scope, scope); // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async inTheOtherBranch(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      if (this.isFresh) this.scope = undefined;
      else this.scope = computeScopeUnion(this.scope, scope); // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async capturedBefore(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      const previous = this.scope;
      this.scope = undefined;
      this.scope = computeScopeUnion(previous, scope); // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async capturedBeforeItIsReplaced(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      const previous = this.scope;
      this.scope = scope;
      this.scope = computeScopeUnion(previous, this.scope); // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async madeATextFirst(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = this.scope ?? "";
      this.scope = [this.scope, scope].join(" "); // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async grantedScopeJoinedFirst(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = computeScopeUnion((await this.provider.tokens())?.scope, this.scope);
      this.scope = computeScopeUnion(this.scope, scope); // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
