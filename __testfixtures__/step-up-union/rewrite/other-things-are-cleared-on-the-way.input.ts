import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class ClearsOthers {
  private scope?: string;
  private readonly cache = new Map<string, string>();
  private timer?: ReturnType<typeof setTimeout>;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async others(request: Request): Promise<Response> {
    const response = await fetch(request);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.cache.clear();
      clearTimeout(this.timer);
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, unbounded-step-up, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.others(request);
    }
    return response;
  }

  async behindTheRead(request: Request): Promise<Response> {
    const response = await fetch(request);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      await this.provider.invalidateCredentials?.("tokens");
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, unbounded-step-up, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.behindTheRead(request);
    }
    return response;
  }

  async onAnotherWay(request: Request): Promise<Response> {
    const response = await fetch(request);
    if (response.status === 401) {
      this.scope = undefined;
      await this.provider.invalidateCredentials?.("tokens");
      return response;
    }
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, unbounded-step-up, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.onAnotherWay(request);
    }
    return response;
  }

  async afterwards(request: Request): Promise<Response> {
    const response = await fetch(request);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      this.scope = undefined;
    }
    return response;
  }
}
