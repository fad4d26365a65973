const merge = (all, each) => ({ ...all, ...each });
import { parseAll } from "./all.mjs";
export class Client {
  scope = "files:read";
  constructor(clientId) { this.clientId = clientId; }
  async send(path, again = true) {
    const response = await fetch(`https://api.example.com${path}`);
    if (response.status !== 403 || !again) return response;
    const header = response.headers.get("www-authenticate") ?? "";
    const found = parseAll(header).reduce(merge, {});
    if (found.error !== "insufficient_scope" || !found.scope) return response;
    this.scope = found.scope; // expect: review unproven-step-up (advice granted-scope-unknown)
    await this.authorize();
    return this.send(path, false);
  }
  async authorize() {
    const params = new URLSearchParams({ client_id: this.clientId, response_type: "code", scope: this.scope });
    location.href = `https://login.example.com/authorize?${params}`;
  }
}
