interface Challenge { error?: string; scope?: string }
declare function parse(header: string | null): Challenge;
export class Client {
  private scope: string | undefined = "files:read";
  constructor(private readonly clientId: string) {}
  async send(path: string, page: { redirect(url: string): void }, again = true): Promise<Response> {
    const response = await fetch(`https://api.example.com${path}`);
    if (response.status !== 403 || !again) return response;
    const challenge = parse(response.headers.get("www-authenticate"));
    if (challenge.error !== "insufficient_scope" || !challenge.scope) return response;
    this.scope = challenge.scope; // expect: rewrite replaced-scope (advice granted-scope-unknown)
    this.authorize(page);
    return this.send(path, page, false);
  }
  authorize(page: { redirect(url: string): void }): void {
    const params = new URLSearchParams({ client_id: this.clientId, response_type: "code", scope: this.scope ?? "" });
    page.redirect(`https://login.example.com/authorize?${params}`);
  }
}
