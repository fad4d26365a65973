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
    const a = challenges.at(-1);
    const b = challenges[challenges.length - 1];
    if (a?.error !== "insufficient_scope" || !b?.scope) return response;
    this.scope = unionScopes(this.scope, b.scope);
    await this.authorize();
    return this.send(path, false);
  }
  async authorize(): Promise<void> {
    const params = new URLSearchParams({ client_id: this.clientId, response_type: "code", scope: this.scope ?? "" });
    location.href = `https://login.example.com/authorize?${params}`;
  }
}

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 * Typed as a string where the last part is one, as a scope is never blank; of blanks alone, the union is undefined.
 */
function unionScopes(...scopes: [...Array<string | undefined>, string]): string;
function unionScopes(...scopes: Array<string | undefined>): string | undefined;
function unionScopes(...scopes: Array<string | undefined>): string | undefined {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}
