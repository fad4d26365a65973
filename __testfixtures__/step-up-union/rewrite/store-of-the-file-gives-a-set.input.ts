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
        this.lastScope = info.scope; // expect: rewrite replaced-scope (advice granted-scope-unknown, scope-may-be-missing)
        await this.consent.ask({ client_id: "gw", scope: this.lastScope });
      }
    }
    return res;
  }
}
