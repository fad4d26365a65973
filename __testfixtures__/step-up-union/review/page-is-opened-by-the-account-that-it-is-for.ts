interface Account {
  readonly id: string;
  open(url: string): Promise<string>;
}
export class Importer {
  private scope = "base";
  constructor(
    private readonly issuer: string,
    private readonly clientId: string,
  ) {}
  async fetchFor(account: Account, url: string, token: string): Promise<unknown> {
    const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    const body = (await response.json()) as { error?: string; scope?: string };
    if (response.status !== 403 || body.error !== "insufficient_scope" || !body.scope) return body;
    this.scope = body.scope; // expect: review unfit-sink (advice granted-scope-unknown)
    const page = `${this.issuer}/authorize?${new URLSearchParams({ client_id: this.clientId, scope: this.scope })}`;
    return account.open(page);
  }
}
