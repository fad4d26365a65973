import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

class Store {
  constructor(rows) {
    this.rows = rows;
  }

  async tokens() {
    const row = await this.rows.get("tokens");
    return row && { ...row, scope: (row.scope ?? "").split(" ") };
  }

  saveTokens(tokens) {
    return this.rows.set("tokens", tokens);
  }
}

export class Client {
  constructor(url, rows) {
    this.url = url;
    this.provider = new Store(rows);
    this.scope = undefined;
  }

  async onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, granted-scope-unknown)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
