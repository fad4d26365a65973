interface Challenge {
  error?: string;
  scope?: string;
}
declare function parse(header: string | null): Challenge;
const AUTHORIZE = "https://login.example.com/authorize";
export class Client {
  private scope: string | undefined = "files:read";

  constructor(private readonly clientId: string) {}

  async send(server: string, path: string, again = true): Promise<Response> {
    const response = await fetch(`${server}${path}`);
    if (response.status !== 403 || !again) return response;
    const challenge = parse(response.headers.get("www-authenticate"));
    if (challenge.error !== "insufficient_scope" || !challenge.scope) return response;
    this.scope = challenge.scope; // expect: review unfit-sink (advice granted-scope-unknown)
    await this.authorize(server);
    return this.send(server, path, false);
  }

  async authorize(server: string): Promise<void> {
    const params = new URLSearchParams({ aud: server, client_id: this.clientId, scope: this.scope ?? "" });
    location.href = `${AUTHORIZE}?${params}`;
  }
}
