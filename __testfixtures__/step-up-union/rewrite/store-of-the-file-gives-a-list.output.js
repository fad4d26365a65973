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
    this.scope = unionScopes(this.scope, scope);
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 *
 * @param {...(string | undefined)} scopes
 * @returns {string | undefined}
 */
function unionScopes(...scopes) {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}
