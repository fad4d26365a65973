import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Empties {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  private reset(): void {
    this.scope = undefined;
  }

  async byMethod(request: Request): Promise<Response> {
    const response = await fetch(request);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.reset();
      this.scope = scope; // expect: review unfit-sink (advice unbounded-step-up)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.byMethod(request);
    }
    return response;
  }

  async deleted(request: Request): Promise<Response> {
    const response = await fetch(request);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      delete this.scope;
      this.scope = scope; // expect: review unfit-sink (advice unbounded-step-up)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.deleted(request);
    }
    return response;
  }

  async assigned(request: Request): Promise<Response> {
    const response = await fetch(request);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      Object.assign(this, { scope: undefined });
      this.scope = scope; // expect: review unfit-sink (advice unbounded-step-up)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.assigned(request);
    }
    return response;
  }

  async emptied(request: Request): Promise<Response> {
    const response = await fetch(request);
    if (response.status !== 403) return response;
    this.scope = "";
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: review unfit-sink (advice unbounded-step-up)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.emptied(request);
    }
    return response;
  }
}
