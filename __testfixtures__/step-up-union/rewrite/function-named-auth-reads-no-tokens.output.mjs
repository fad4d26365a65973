async function auth(http, { serverUrl, scope }) {
  const reply = await http.post(serverUrl, { scope });
  return reply.ok ? "AUTHORIZED" : "REDIRECT";
}

export class Posting {
  async onRefused(body) {
    if (body.error === "insufficient_scope") {
      this.scope = unionScopes(this.scope, body.scope);
      const result = await auth(this.http, { serverUrl: this.url, scope: this.scope });
      if (result !== "AUTHORIZED") throw new Error("sent to log in");
    }
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
