interface Challenge { scheme: string; error?: string; scope?: string; params: Map<string, string>; rank: number }
declare function parseAll(header: string | null): Challenge[];
declare const CODE: "insufficient_scope";
export class Client {
  private scope: string | undefined = "files:read";
  constructor(private readonly clientId: string) {}
  async send(path: string, again = true): Promise<Response> {
    const response = await fetch(`https://api.example.com${path}`);
    if (response.status !== 403 || !again) return response;
    const challenges = parseAll(response.headers.get("www-authenticate"));
    if (challenges.find((c) => c.error === "insufficient_scope")?.error !== "insufficient_scope") return response;
    const scope = challenges.find((each) => each.error === 'insufficient_scope')?.scope;
    if (!scope) return response;
    this.scope = scope; // expect: rewrite replaced-scope (advice granted-scope-unknown)
    await this.authorize();
    return this.send(path, false);
  }
  async authorize(): Promise<void> {
    const params = new URLSearchParams({ client_id: this.clientId, response_type: "code", scope: this.scope ?? "" });
    location.href = `https://login.example.com/authorize?${params}`;
  }
}
