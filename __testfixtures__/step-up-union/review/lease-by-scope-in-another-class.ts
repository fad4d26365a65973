import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Leases {
  acquire(scope: string): void;
  release(scope?: string): void;
}

export class Client {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
    private readonly leases: Leases,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error !== "insufficient_scope" || !challenge.scope) return;
    const asked = challenge.scope;
    this.leases.acquire(asked);
    this.scope = asked; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }

  onDone(): void {
    this.leases.release(this.scope);
  }
}
