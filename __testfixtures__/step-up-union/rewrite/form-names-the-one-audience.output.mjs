const partOf = (header, name) => new RegExp(`${name}="([^"]+)"`).exec(header ?? "")?.[1];

/** Asks for one audience, always the same. */
export class Broker {
  constructor(issuer, subject, audience) {
    this.issuer = issuer;
    this.subject = subject;
    this.audience = audience;
  }

  async onResponse(response) {
    const header = response.headers.get("www-authenticate");
    const scope = partOf(header, "scope");
    if (response.status !== 403 || partOf(header, "error") !== "insufficient_scope" || !scope) return undefined;
    this.scope = unionScopes(this.scope, scope);
    return this.exchange();
  }

  async exchange() {
    const form = new URLSearchParams({ grant_type: "authorization_code", code: this.subject });
    form.set("audience", this.audience);
    if (this.scope) form.set("scope", this.scope);
    return fetch(this.issuer, { method: "POST", body: form });
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
