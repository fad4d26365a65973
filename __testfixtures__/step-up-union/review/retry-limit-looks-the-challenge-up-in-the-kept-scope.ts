import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class LooksUp {
  private scope?: string;
  private readonly seen: (string | undefined)[] = [];
  private readonly byUrl = new Map<string, string | undefined>();

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async listed(request: Request): Promise<Response> {
    const response = await fetch(request);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if ([this.scope].includes(scope)) throw new Error("The server asks again for what it was given");
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.listed(request);
    }
    return response;
  }

  async within(request: Request): Promise<Response> {
    const response = await fetch(request);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const had = new Set((this.scope ?? "").split(" "));
      if ((scope ?? "").split(" ").every((each) => had.has(each))) throw new Error("The server asks again for what it was given");
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, unbounded-step-up, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.within(request);
    }
    return response;
  }

  async begins(request: Request): Promise<Response> {
    const response = await fetch(request);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (this.scope?.startsWith(scope ?? "")) throw new Error("The server asks again for what it was given");
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.begins(request);
    }
    return response;
  }

  async matches(request: Request): Promise<Response> {
    const response = await fetch(request);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (new RegExp(`^${scope}$`).test(this.scope ?? "")) throw new Error("The server asks again for what it was given");
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.matches(request);
    }
    return response;
  }

  async remembered(request: Request): Promise<Response> {
    const response = await fetch(request);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && !this.seen.includes(scope)) {
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
      this.seen.push(this.scope);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.remembered(request);
    }
    return response;
  }

  async mapped(request: Request): Promise<Response> {
    const response = await fetch(request);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (this.byUrl.get(request.url) === scope) throw new Error("The server asks again for what it was given");
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
      this.byUrl.set(request.url, this.scope);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.mapped(request);
    }
    return response;
  }
}
