export class Client {
  scope = "files:read";
  constructor(clientId) { this.clientId = clientId; }
  async send(path, again = true) {
    const response = await fetch(`https://api.example.com${path}`);
    if (response.status !== 403 || !again) return response;
    const header = response.headers.get("www-authenticate") ?? "";
    let found = {};
    for (const part of header.replace(/^Bearer /, "").split(/,\s*/)) {
      const [key, value] = part.split("=");
      const pair = { [key]: value.replaceAll('"', "") };
      found = { ...found, ...pair };
    }
    if (found.error !== "insufficient_scope" || !found.scope) return response;
    this.scope = unionScopes(this.scope, found.scope);
    await this.authorize();
    return this.send(path, false);
  }
  async authorize() {
    const params = new URLSearchParams({ client_id: this.clientId, response_type: "code", scope: this.scope });
    location.href = `https://login.example.com/authorize?${params}`;
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
