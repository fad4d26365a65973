interface Challenge {
  error?: string;
  scope?: string;
}
declare function parse(header: string | null): Challenge;
const TEST = "https://test.example.com",
  LIVE = "https://live.example.com";
export class Client {
  private scope: string | undefined = "files:read";
  private isTest = false;
  toggle(): void {
    this.isTest = !this.isTest;
  }
  constructor(private readonly clientId: string) {}

  async send(_s: string, path: string, again = true): Promise<Response> {
    const response = await fetch(`${this.isTest ? TEST : LIVE}${path}`);
    if (response.status !== 403 || !again) return response;
    const challenge = parse(response.headers.get("www-authenticate"));
    if (challenge.error !== "insufficient_scope" || !challenge.scope) return response;
    this.scope = challenge.scope; // expect: review unfit-sink (advice granted-scope-unknown)
    await this.authorize();
    return this.send(_s, path, false);
  }

  async authorize(): Promise<void> {
    const params = new URLSearchParams({ client_id: this.clientId, response_type: "code", scope: this.scope ?? "" });
    location.href = `${this.isTest ? TEST : LIVE}/authorize?${params}`;
  }
}
