class MemoryTokens {
  #granted = new Set<string>();
  #token = "";
  async tokens() {
    return { access_token: this.#token, scope: this.#granted };
  }
  save(token: string, scopes: string[]) {
    this.#token = token;
    this.#granted = new Set(scopes);
  }
}

export class Gateway {
  private lastScope?: string;
  constructor(private readonly store: MemoryTokens, private readonly consent: { ask(o: { scope?: string; client_id: string }): Promise<void> }) {}

  async request(url: string) {
    const { access_token } = await this.store.tokens();
    const res = await fetch(url, { headers: { authorization: `Bearer ${access_token}` } });
    if (res.status === 403) {
      const info = (await res.json()) as { error: string; scope?: string };
      if (info.error === "insufficient_scope") {
        this.lastScope = unionScopes(this.lastScope, info.scope);
        await this.consent.ask({ client_id: "gw", scope: this.lastScope });
      }
    }
    return res;
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
