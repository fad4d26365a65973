interface Challenge {
  error?: string;
  scope?: string;
}
declare function parse(header: string | null): Challenge;

export class Client {
  private scope: string | undefined = "files:read";
  private index = 0;
  next(): void {
    this.index++;
  }
  constructor(
    private readonly clientId: string,
    private readonly servers: string[],
  ) {}

  async send(_s: string, path: string, again = true): Promise<Response> {
    const response = await fetch(`${this.servers[this.index]}${path}`);
    if (response.status !== 403 || !again) return response;
    const challenge = parse(response.headers.get("www-authenticate"));
    if (challenge.error !== "insufficient_scope" || !challenge.scope) return response;
    this.scope = challenge.scope; // expect: review unfit-sink (advice granted-scope-unknown)
    await this.authorize();
    return this.send(_s, path, false);
  }

  async authorize(): Promise<void> {
    const params = new URLSearchParams({ client_id: this.clientId, response_type: "code", scope: this.scope ?? "" });
    location.href = `${this.servers[this.index]}/authorize?${params}`;
  }
}
