import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

async function invalidate(provider: OAuthClientProvider): Promise<void> {
  await provider.invalidateCredentials?.("tokens");
}

export class Invalidates {
  private scope?: string;
  private readonly tokenStore = new Map<string, string>();

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async directly(request: Request): Promise<Response> {
    const response = await fetch(request);
    if (response.status !== 403) return response;
    await this.provider.invalidateCredentials?.("tokens");
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: review unfit-sink (advice unbounded-step-up)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.directly(request);
    }
    return response;
  }

  async byFunction(request: Request): Promise<Response> {
    const response = await fetch(request);
    if (response.status !== 403) return response;
    await invalidate(this.provider);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: review unfit-sink (advice unbounded-step-up)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.byFunction(request);
    }
    return response;
  }

  async bySaving(request: Request): Promise<Response> {
    const response = await fetch(request);
    if (response.status !== 403) return response;
    await this.provider.saveTokens({ access_token: "", token_type: "" });
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: review unfit-sink (advice unbounded-step-up)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.bySaving(request);
    }
    return response;
  }

  async inTheStore(request: Request): Promise<Response> {
    const response = await fetch(request);
    if (response.status !== 403) return response;
    this.tokenStore.clear();
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: review unfit-sink (advice unbounded-step-up)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.inTheStore(request);
    }
    return response;
  }
}
