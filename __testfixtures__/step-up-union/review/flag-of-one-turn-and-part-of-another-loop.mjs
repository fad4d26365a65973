import { challenges } from "./challenges.mjs";
export class Client {
  scope = "files:read";
  constructor(clientId) { this.clientId = clientId; }
  async send(path, again = true) {
    const response = await fetch(`https://api.example.com${path}`);
    if (response.status !== 403 || !again) return response;
    const header = response.headers.get("www-authenticate") ?? "";
    let denied = false; let scope;
    for (const c of challenges(header)) if (c.error === "insufficient_scope") denied = true;
    for (const d of challenges(header)) if (d.scope) scope = d.scope;
    if (!denied || !scope) return response;
    this.scope = scope; // expect: review unproven-step-up (advice granted-scope-unknown)
    await this.authorize();
    return this.send(path, false);
  }
  async authorize() {
    const params = new URLSearchParams({ client_id: this.clientId, response_type: "code", scope: this.scope });
    location.href = `https://login.example.com/authorize?${params}`;
  }
}
