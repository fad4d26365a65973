interface Challenge { error?: string; scope?: string }
declare function parse(header: string | null): Challenge;
export class Client {
  private scope: string | undefined = "files:read";
  constructor(private readonly clientId: string) {}
  async send(base: string, path: string, again = true): Promise<Response> {
    const response = await fetch(`${base}${path}`);
    if (response.status !== 403 || !again) return response;
    const challenge = parse(response.headers.get("www-authenticate"));
    if (challenge.error !== "insufficient_scope" || !challenge.scope) return response;
    this.scope = unionScopes(this.scope, challenge.scope);
    await this.authorize(base);
    return this.send(base, path, false);
  }
  async authorize(base: string): Promise<void> {
    const params = new URLSearchParams({ client_id: this.clientId, redirect_uri: `${base}/callback`, response_type: "code", scope: this.scope ?? "" });
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
