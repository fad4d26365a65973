interface Challenge { scheme: string; error?: string; scope?: string; params: Map<string, string>; rank: number }
declare function parseAll(header: string | null): Challenge[];
declare const CODE: "insufficient_scope";
const isBearer = (c: Challenge) => c.scheme === "Bearer";
export class Client {
  private scope: string | undefined = "files:read";
  constructor(private readonly clientId: string) {}
  async send(path: string, again = true): Promise<Response> {
    const response = await fetch(`https://api.example.com${path}`);
    if (response.status !== 403 || !again) return response;
    const challenges = parseAll(response.headers.get("www-authenticate"));
    const a = challenges.filter(isBearer)[0];
    const b = challenges.findLast(isBearer);
    if (a?.error !== "insufficient_scope" || !b?.scope) return response;
    this.scope = b.scope; // expect: review unproven-step-up (advice granted-scope-unknown)
    await this.authorize();
    return this.send(path, false);
  }
  async authorize(): Promise<void> {
    const params = new URLSearchParams({ client_id: this.clientId, response_type: "code", scope: this.scope ?? "" });
    location.href = `https://login.example.com/authorize?${params}`;
  }
}
