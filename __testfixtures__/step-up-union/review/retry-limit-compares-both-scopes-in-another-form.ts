import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

const normalize = (scope: string | undefined) => (scope ?? "").split(" ").sort().join(" ");

export class Forms {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async normalized(request: Request): Promise<Response> {
    const response = await fetch(request);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (normalize(scope) === normalize(this.scope)) throw new Error("The server asks again for what it was given");
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.normalized(request);
    }
    return response;
  }

  async ordered(request: Request): Promise<Response> {
    const response = await fetch(request);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if ((this.scope ?? "").localeCompare(scope ?? "") === 0) throw new Error("The server asks again for what it was given");
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.ordered(request);
    }
    return response;
  }

  async same(request: Request): Promise<Response> {
    const response = await fetch(request);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (Object.is(this.scope, scope)) throw new Error("The server asks again for what it was given");
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.same(request);
    }
    return response;
  }

  async written(request: Request): Promise<Response> {
    const response = await fetch(request);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (JSON.stringify([this.scope]) === JSON.stringify([scope])) throw new Error("The server asks again for what it was given");
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.written(request);
    }
    return response;
  }

  async chosen(request: Request): Promise<Response> {
    const response = await fetch(request);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      switch (this.scope) {
        case scope:
          throw new Error("The server asks again for what it was given");
      }
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, unbounded-step-up, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.chosen(request);
    }
    return response;
  }
}
