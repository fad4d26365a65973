interface Challenge {
  error?: string;
  scope?: string;
}
declare function parse(header: string | null): Challenge;
declare const PREFIX: string;
export class Client {
  private scope: string | undefined = "files:read";

  constructor(private readonly clientId: string) {}

  async send(path: string, again = true): Promise<Response> {
    const response = await fetch(`https://api.example.com${path}`);
    if (response.status !== 403 || !again) return response;
    const challenge = parse(response.headers.get("www-authenticate"));
    if (challenge.error !== "insufficient_scope" || !challenge.scope) return response;
    this.scope = challenge.scope; // expect: review unfit-sink (advice granted-scope-unknown)
    await this.authorize();
    return this.send(path, false);
  }

  async authorize(): Promise<void> {
    const params = new URLSearchParams({ client_id: this.clientId, response_type: "code", scope: PREFIX + this.scope });
    location.href = `https://login.example.com/authorize?${params}`;
  }
}
