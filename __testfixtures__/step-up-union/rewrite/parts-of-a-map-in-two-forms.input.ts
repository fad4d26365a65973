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
    const by = new Map([...(challenges[0]?.params ?? [])].map(([k, value]) => [k, { value, raw: value }]));
    if (by.get("error")?.raw !== "insufficient_scope") return response;
    const scope = by.get("scope")?.value;
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
