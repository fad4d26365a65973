import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Tells {
  private scope?: string;
  private last?: string | null;
  onStepUp?: (from?: string, to?: string) => void;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async logged(request: Request): Promise<Response> {
    const response = await fetch(request);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      console.debug("step-up", this.scope, "to", scope);
      console.warn(this.scope === scope ? "again" : "new");
      this.onStepUp?.(this.scope, scope);
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, unbounded-step-up, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.logged(request);
    }
    return response;
  }

  async counted(request: Request, tries = 0): Promise<Response> {
    const response = await fetch(request);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && tries < 2) {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.counted(request, tries + 1);
    }
    return response;
  }

  async header(request: Request): Promise<Response> {
    const response = await fetch(request);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const header = response.headers.get("www-authenticate");
      if (header === this.last) return response;
      this.last = header;
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.header(request);
    }
    return response;
  }
}
