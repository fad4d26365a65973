import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class HandsOn {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async plain(request: Request, last?: string): Promise<Response> {
    const response = await fetch(request);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope !== last) {
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.plain(request, this.scope);
    }
    return response;
  }

  async record(request: Request, tried: { last?: string } = {}): Promise<Response> {
    const response = await fetch(request);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope !== tried.last) {
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.record(request, { last: this.scope });
    }
    return response;
  }
}
