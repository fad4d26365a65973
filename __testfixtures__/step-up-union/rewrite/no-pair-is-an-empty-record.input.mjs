export class Client {
  scope = "files:read";
  constructor(clientId) { this.clientId = clientId; }
  async send(path, again = true) {
    const response = await fetch(`https://api.example.com${path}`);
    if (response.status !== 403 || !again) return response;
    const header = response.headers.get("www-authenticate") ?? "";
    const found = Object.assign({}, ...header.replace(/^Bearer /, "").split(/,\s*/).map((part) => { const [key, value] = part.split("="); return value ? { [key]: value } : {}; }));
    if (found.error !== "insufficient_scope" || !found.scope) return response;
    this.scope = found.scope; // expect: rewrite replaced-scope (advice granted-scope-unknown)
    await this.authorize();
    return this.send(path, false);
  }
  async authorize() {
    const params = new URLSearchParams({ client_id: this.clientId, response_type: "code", scope: this.scope });
    location.href = `https://login.example.com/authorize?${params}`;
  }
}
