import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Copies {
  private scope?: string;
  private last?: string;
  private readonly seen = new Set<string | undefined>();

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onLast(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (this.last === scope) throw new Error("The server asks again for what it was given");
      this.last = this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async onKept(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (this.last === scope) throw new Error("The server asks again for what it was given");
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
      this.last = this.scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async onSeen(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (this.seen.has(scope)) throw new Error("The server asks again for what it was given");
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
      this.seen.add(this.scope);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
