/** One field for all servers: the query is put behind the address of whichever is called. */
export class ByTemplate {
  private scope: string | undefined = "files:read";
  constructor(private readonly clientId: string) {}
  authorize(server: string): void {
    const parameters = new URLSearchParams({ client_id: this.clientId, response_type: "code" });
    parameters.set("scope", this.scope ?? "");
    location.href = `${server}/authorize?${parameters}`;
  }
  onRefused(server: string, refused: { error?: string; scope?: string }): void {
    if (refused.error !== "insufficient_scope" || !refused.scope) return;
    this.scope = refused.scope; // expect: review unfit-sink (advice granted-scope-unknown)
    this.authorize(server);
  }
}

/** The same with the query of an address. */
export class BySearch {
  private scope: string | undefined = "files:read";
  constructor(private readonly clientId: string) {}
  authorize(server: string): void {
    const address = new URL("authorize", server);
    address.search = new URLSearchParams({ client_id: this.clientId, scope: this.scope ?? "" }).toString();
    location.href = address.href;
  }
  onRefused(server: string, refused: { error?: string; scope?: string }): void {
    if (refused.error !== "insufficient_scope" || !refused.scope) return;
    this.scope = refused.scope; // expect: review unfit-sink (advice granted-scope-unknown)
    this.authorize(server);
  }
}

/** The same with the body of a request. */
export class ByBody {
  private scope: string | undefined = "files:read";
  constructor(private readonly clientId: string) {}
  async authorize(endpoint: URL): Promise<void> {
    const body = new URLSearchParams({ grant_type: "client_credentials", client_id: this.clientId });
    body.append("scope", this.scope ?? "");
    await fetch(endpoint, { method: "POST", body });
  }
  async onRefused(endpoint: URL, refused: { error?: string; scope?: string }): Promise<void> {
    if (refused.error !== "insufficient_scope" || !refused.scope) return;
    this.scope = refused.scope; // expect: review unfit-sink (advice granted-scope-unknown)
    await this.authorize(endpoint);
  }
}

/** The same by a function that sends what it is given. */
export class ByFunction {
  private scope: string | undefined = "files:read";
  constructor(private readonly clientId: string) {}
  private async post(address: string, form: URLSearchParams): Promise<Response> {
    return fetch(address, { method: "POST", body: form });
  }
  async onRefused(issuer: string, refused: { error?: string; scope?: string }): Promise<void> {
    if (refused.error !== "insufficient_scope" || !refused.scope) return;
    this.scope = refused.scope; // expect: review unfit-sink (advice granted-scope-unknown)
    await this.post(`${issuer}/device`, new URLSearchParams({ client_id: this.clientId, scope: this.scope ?? "" }));
  }
}
