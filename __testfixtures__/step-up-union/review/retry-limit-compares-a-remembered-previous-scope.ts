import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Remembers {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async before(request: Request): Promise<Response> {
    const response = await fetch(request);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const before = this.scope;
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
      if (before === scope) throw new Error("The server asks again for what it was given");
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.before(request);
    }
    return response;
  }

  async after(request: Request): Promise<Response> {
    const response = await fetch(request);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const previous = this.scope;
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      if (previous !== scope) return this.after(request);
      throw new Error("The server asks again for what it was given");
    }
    return response;
  }

  async taken(request: Request): Promise<Response> {
    const response = await fetch(request);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const { scope: before } = this;
      const isNew = before !== scope;
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, unbounded-step-up, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return isNew ? this.taken(request) : response;
    }
    return response;
  }

  async next(request: Request): Promise<Response> {
    const response = await fetch(request);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      const next = extractWWWAuthenticateParams(await fetch(request));
      if (next.scope === this.scope) throw new Error("The server asks again for what it was given");
    }
    return response;
  }
}
