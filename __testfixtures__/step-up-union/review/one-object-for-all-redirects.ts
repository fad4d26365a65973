interface Challenge { error?: string; scope?: string }
declare function parse(header: string | null): Challenge;
export class Shelf {
  private scope: string | undefined = "files:read";
  constructor(private readonly clientId: string) {}
  async send(path: string, res: { redirect(url: string): void }): Promise<Response | undefined> {
    const response = await fetch(`https://api.example.com${path}`);
    if (response.status !== 403) return response;
    const challenge = parse(response.headers.get("www-authenticate"));
    if (challenge.error !== "insufficient_scope" || !challenge.scope) return response;
    this.scope = challenge.scope; // expect: review unfit-sink (advice granted-scope-unknown)
    const params = new URLSearchParams({ client_id: this.clientId, response_type: "code", scope: this.scope ?? "" });
    res.redirect(`https://login.example.com/authorize?${params}`);
    return undefined;
  }
}
let made: Shelf | undefined;
export const proxy = (): Shelf => (made ??= new Shelf("web"));
