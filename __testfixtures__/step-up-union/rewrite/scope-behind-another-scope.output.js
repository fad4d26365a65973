const ENDPOINT = "https://login.example.com/oauth2/v2.0";

export class Portal {
  scope = "base";
  popup;

  constructor(popup) {
    this.popup = popup;
  }

  async authorize() {
    const params = new URLSearchParams({ client_id: "portal", response_type: "code" });
    params.set("scope", `openid ${this.scope}`);
    await this.popup(`${ENDPOINT}/authorize?${params}`);
  }

  async call(url) {
    const response = await fetch(url);
    if (response.status !== 403) return response;
    const { error, scope } = await response.json();
    if (error !== "insufficient_scope" || !scope) return response;
    this.scope = unionScopes(this.scope, scope);
    await this.authorize();
    return fetch(url);
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
