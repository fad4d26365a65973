import { auth, computeScopeUnion, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/client";

export class Present {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async truthy(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = this.scope ? computeScopeUnion(this.scope, scope) : scope; // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async notUndefined(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = this.scope === undefined ? scope : `${this.scope} ${scope}`; // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async byItsType(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = typeof this.scope === "string" ? `${this.scope} ${scope}` : scope; // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async byItsLength(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = this.scope?.length ? `${this.scope} ${scope}` : scope; // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async comparedLength(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = this.scope && this.scope.length > 0 ? `${this.scope} ${scope}` : scope; // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async named(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      const isThere = this.scope !== undefined;
      this.scope = isThere ? `${this.scope} ${scope}` : scope; // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async trimmed(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      const previous = (this.scope ?? "").trim();
      this.scope = previous ? `${previous} ${scope}` : scope; // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async variable(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      let next: string | undefined = scope;
      if (this.scope) next = computeScopeUnion(this.scope, scope);
      this.scope = next; // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async partOfAText(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = `${this.scope ? `${this.scope} ` : ""}${scope}`; // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async spread(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = [...(this.scope ? [this.scope] : []), scope].join(" "); // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
