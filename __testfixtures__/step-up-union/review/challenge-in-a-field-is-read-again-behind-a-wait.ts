import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

// While the handler waits, another request may put its own challenge into the field.

class Exchange {
  last?: Response;

  get error() {
    return this.last && extractWWWAuthenticateParams(this.last).error;
  }

  get scope() {
    return this.last && extractWWWAuthenticateParams(this.last).scope;
  }
}

export class Client {
  private scope?: string;
  private challenge: { error?: string; scope?: string } = {};
  private readonly exchange = new Exchange();

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async inField(response: Response) {
    this.challenge = extractWWWAuthenticateParams(response);
    if (this.challenge.error !== "insufficient_scope") return;
    await response.body?.cancel();
    this.scope = this.challenge.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }

  async inSomeCases(response: Response) {
    this.challenge = extractWWWAuthenticateParams(response);
    if (this.challenge.error !== "insufficient_scope") return;
    if (!response.bodyUsed) await response.body?.cancel();
    this.scope = this.challenge.scope; // expect: review unproven-step-up (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }

  async byGetters(response: Response) {
    this.exchange.last = response;
    if (this.exchange.error !== "insufficient_scope") return;
    await response.body?.cancel();
    this.scope = this.exchange.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }

  async scopeFirst(response: Response) {
    this.challenge = extractWWWAuthenticateParams(response);
    const { scope } = this.challenge;
    await response.body?.cancel();
    if (this.challenge.error !== "insufficient_scope") return;
    this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
