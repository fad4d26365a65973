interface Tokens {
  access_token: string;
  scope?: string;
}

class Channel {
  host = "";
  scope = "base";
  tokens: Tokens | undefined;

  async get(path: string): Promise<Response> {
    const response = await this.send(path);
    if (response.status !== 403) return response;
    const header = response.headers.get("www-authenticate") ?? "";
    const scope = header.match(/[\s,]scope="([^"]+)"/)?.[1];
    if (!header.includes('error="insufficient_scope"') || !scope) return response;
    this.scope = unionScopes(this.scope, scope) ?? scope;
    await this.authorize(this.scope);
    return this.send(path);
  }

  private send(path: string): Promise<Response> {
    return fetch(this.host + path, { headers: { authorization: `Bearer ${this.tokens?.access_token}` } });
  }

  private async authorize(scope: string): Promise<void> {
    const query = new URLSearchParams({ client_id: "pool", response_type: "code", scope });
    const hop = await fetch(`${this.host}/authorize?${query}`, { redirect: "manual" });
    const code = new URL(hop.headers.get("location") ?? "").searchParams.get("code") ?? "";
    const answer = await fetch(`${this.host}/token`, { method: "POST", body: new URLSearchParams({ code }) });
    this.tokens = (await answer.json()) as Tokens;
  }
}

/** A channel is told its server where it is made, and has no other. */
export function open(host: string): Pick<Channel, "get"> {
  const channel = new Channel();
  channel.host = host;
  return channel;
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
