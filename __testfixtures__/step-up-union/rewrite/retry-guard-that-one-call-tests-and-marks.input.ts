import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Gate {
  tryAcquire(): boolean;
}

declare function makeGate(): Gate;

export class Guarded {
  private scope?: string;
  private readonly gate: Gate = makeGate();

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async send(body: string): Promise<Response> {
    const response = await fetch(this.url, { method: "POST", body });
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const isFree = this.gate.tryAcquire();
      if (!isFree) return response;
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.send(body);
    }
    return response;
  }
}
