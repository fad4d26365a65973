import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Kiosk {
  private scope?: string;

  constructor(
    private readonly archive: URL,
    private readonly visitor: OAuthClientProvider,
  ) {}

  async signOut(): Promise<void> {
    await this.visitor.invalidateCredentials?.("all");
    this.scope = undefined;
  }

  async request(path: string, mayAsk = true): Promise<Response> {
    const response = await fetch(new URL(path, this.archive));
    if (response.status !== 403 || !mayAsk) return response;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return response;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.visitor, { serverUrl: this.archive, scope: this.scope });
    return this.request(path, false);
  }
}

/** What is refused is forgotten, and the same user asked again: for what was asked before, too. */
export class Client {
  private scope?: string;

  constructor(
    private readonly server: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async start(): Promise<void> {
    try {
      await auth(this.provider, { serverUrl: this.server, scope: "read" });
    } catch (error) {
      await this.provider.invalidateCredentials?.("tokens");
      throw error;
    }
  }

  async request(path: string, mayAsk = true): Promise<Response> {
    const response = await fetch(new URL(path, this.server));
    if (response.status !== 403 || !mayAsk) return response;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return response;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.server, scope: this.scope });
    return this.request(path, false);
  }
}
