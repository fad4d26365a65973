interface Challenge { error?: string; scope?: string }
declare function parse(header: string | null): Challenge;
export class Client {
  private scope: string | undefined = "files:read";
  constructor(private readonly clientId: string) {}
  async send(path: string, again = true): Promise<Response> {
    const response = await fetch(path);
    if (response.status !== 403 || !again) return response;
    const challenge = parse(response.headers.get("www-authenticate"));
    if (challenge.error !== "insufficient_scope" || !challenge.scope) return response;
    this.scope = challenge.scope; // expect: rewrite replaced-scope (advice granted-scope-unknown)
    await this.authorize(path);
    return this.send(path, false);
  }
  async authorize(returnTo: string): Promise<void> {
    sessionStorage.setItem("returnTo", returnTo);
    const params = new URLSearchParams({ client_id: this.clientId, response_type: "code", scope: this.scope ?? "" });
    location.href = `https://login.example.com/authorize?${params}`;
  }
}
