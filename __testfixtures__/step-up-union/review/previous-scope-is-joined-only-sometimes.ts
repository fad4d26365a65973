import { auth, computeScopeUnion, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/client";

export class Sometimes {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
    private readonly isFresh = false,
  ) {}

  async flag(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = this.isFresh ? scope : computeScopeUnion(this.scope, scope); // expect: review scope-precedence (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async lengthOfTheChallenge(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = scope.length > 20 ? scope : computeScopeUnion(this.scope, scope); // expect: review scope-precedence (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async presenceAndAFlag(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = this.scope && !this.isFresh ? computeScopeUnion(this.scope, scope) : scope; // expect: review scope-precedence (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async theWrongWayRound(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = this.scope ? scope : computeScopeUnion(this.scope, scope); // expect: review scope-precedence (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async variable(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      let next: string | undefined = scope;
      if (!this.isFresh) next = computeScopeUnion(this.scope, scope);
      this.scope = next; // expect: review scope-precedence (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async attempt(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      let next: string | undefined = scope;
      try {
        next = computeScopeUnion(this.scope, scope);
      } catch {}
      this.scope = next; // expect: review scope-precedence (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async partOfAList(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = [this.isFresh ? "" : this.scope, scope].join(" "); // expect: review scope-precedence (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async operandOfAList(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = [!this.isFresh && this.scope, scope].filter(Boolean).join(" "); // expect: review scope-precedence (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async partOfAText(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = `${this.isFresh ? "" : `${this.scope} `}${scope}`; // expect: review scope-precedence (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async spread(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = [...(this.isFresh ? [] : [this.scope]), scope].join(" "); // expect: review scope-precedence (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
