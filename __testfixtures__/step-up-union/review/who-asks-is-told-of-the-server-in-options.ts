interface Challenge { error?: string; scope?: string }
declare function parse(header: string | null): Challenge;
export class Client {
  private scope: string | undefined = "files:read";
  constructor(private readonly clientId: string) {}
  async send(options: { server: string }, path: string, again = true): Promise<Response> {
    const response = await fetch(`${options.server}${path}`);
    if (response.status !== 403 || !again) return response;
    const challenge = parse(response.headers.get("www-authenticate"));
    if (challenge.error !== "insufficient_scope" || !challenge.scope) return response;
    this.scope = challenge.scope; // expect: review unfit-sink (advice granted-scope-unknown)
    await this.authorize(options.server);
    return this.send(options, path, false);
  }
  async authorize(server: string): Promise<void> {
    await this.prepare(server);
    const params = new URLSearchParams({ client_id: this.clientId, response_type: "code", scope: this.scope ?? "" });
    location.href = `https://login.example.com/authorize?${params}`;
  }
  private async prepare(server: string): Promise<void> { await import(server); }
}
