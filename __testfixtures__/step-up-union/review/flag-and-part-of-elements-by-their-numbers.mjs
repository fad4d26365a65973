import { challenges } from "./challenges.mjs";
export class Client {
  scope = "files:read";
  constructor(clientId) { this.clientId = clientId; }
  async send(path, again = true) {
    const response = await fetch(`https://api.example.com${path}`);
    if (response.status !== 403 || !again) return response;
    const header = response.headers.get("www-authenticate") ?? "";
    let denied = false; let scope;
    const all = challenges(header);
    for (let i = 0; i < all.length; i++) {
      if (all[i].error === "insufficient_scope") denied = true;
      if (all[i].scope) scope = all[i].scope;
    }
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
