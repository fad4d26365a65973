declare const ky: { post(path: string, options: object): Promise<unknown> };
interface Challenge {
  error?: string;
  scope?: string;
}

export class TokenSource {
  private scope = "files:read";
  constructor(private readonly clientId: string) {}
  async onRefused(server: string, challenge: Challenge): Promise<void> {
    if (challenge.error !== "insufficient_scope" || !challenge.scope) return;
    this.scope = challenge.scope; // expect: review unfit-sink (advice granted-scope-unknown)
    await this.login(server);
  }
  private async login(server: string): Promise<void> {
    const form = new URLSearchParams({ client_id: this.clientId, scope: this.scope });
    await ky.post("oauth/token", { prefixUrl: server, body: form });
  }
}
