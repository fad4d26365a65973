interface Ledger {
  current(id: string): string | undefined;
  record(id: string, scope: string): void;
}

interface Authorizer {
  authorize(id: string, scope: string): Promise<string>;
}

/** What records the scope gives it again when the user is sent on. */
export class Connector {
  private readonly tokens = new Map<string, string>();

  constructor(
    private readonly ledger: Ledger,
    private readonly authorizer: Authorizer,
  ) {}

  async connect(id: string): Promise<void> {
    const scope = this.ledger.current(id) ?? "connector:basic";
    this.tokens.set(id, await this.authorizer.authorize(id, scope));
  }

  async invoke(id: string, url: string): Promise<Response> {
    const response = await fetch(url, { headers: { authorization: `Bearer ${this.tokens.get(id)}` } });
    const header = response.headers.get("www-authenticate") ?? "";
    const scope = /scope="([^"]+)"/.exec(header)?.[1];
    if (response.status !== 403 || !header.includes("insufficient_scope") || !scope) return response;
    this.ledger.record(id, scope); // expect: review scope-side-channel
    await this.connect(id);
    return fetch(url, { headers: { authorization: `Bearer ${this.tokens.get(id)}` } });
  }
}
