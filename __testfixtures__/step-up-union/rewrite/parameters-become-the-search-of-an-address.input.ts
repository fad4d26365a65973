interface Granted {
  access_token: string;
  scope?: string;
}

export class Albums {
  private scope: string | undefined = "albums:read";
  private granted?: Granted;

  constructor(
    private readonly api: URL,
    private readonly authority: string,
    private readonly clientId: string,
    private readonly ask: (address: URL) => Promise<Granted>,
  ) {}

  private async authorize(): Promise<void> {
    const address = new URL("authorize", this.authority);
    address.search = new URLSearchParams({
      client_id: this.clientId,
      response_type: "code",
      scope: this.scope ?? "",
    }).toString();
    this.granted = await this.ask(address);
  }

  async send(path: string, again = true): Promise<Response> {
    const headers = { authorization: `Bearer ${this.granted?.access_token}` };
    const response = await fetch(new URL(path, this.api), { headers });
    if (!again || response.status !== 403) return response;
    const header = response.headers.get("www-authenticate") ?? "";
    if (!header.includes('error="insufficient_scope"')) return response;
    const scope = /scope="([^"]*)"/.exec(header)?.[1];
    if (!scope) return response;
    this.scope = scope; // expect: rewrite replaced-scope (advice granted-scope-unknown)
    await this.authorize();
    return this.send(path, false);
  }
}
