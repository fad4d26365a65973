interface Server {
  readonly api: string;
  readonly issuer: string;
  scope?: string;
  token?: string;
}

/** While the body is read, another response may put its own challenge into the field. */
export class Hub {
  private challenge: { error?: string; scope?: string } = {};

  constructor(
    private readonly browser: (url: string) => Promise<string>,
    private readonly log: (line: string) => void,
  ) {}

  private remember(response: Response): void {
    const header = response.headers.get("www-authenticate") ?? "";
    const [error, scope] = [/error="([^"]*)"/.exec(header)?.[1], /scope="([^"]*)"/.exec(header)?.[1]];
    this.challenge = { ...(error && { error }), ...(scope && { scope }) };
  }

  async request(server: Server, path: string): Promise<void> {
    const response = await fetch(server.api + path, { headers: { authorization: `Bearer ${server.token}` } });
    this.remember(response);
    this.log(await response.text());
    const { error, scope } = this.challenge;
    if (response.status !== 403 || error !== "insufficient_scope" || !scope) return;
    server.scope = scope; // expect: review unproven-step-up (advice granted-scope-unknown)
    const query = new URLSearchParams({ client_id: "hub", scope: server.scope });
    server.token = await this.browser(`${server.issuer}/authorize?${query}`);
  }
}
