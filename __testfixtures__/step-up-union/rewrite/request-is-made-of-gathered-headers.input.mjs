// What a request is made of is no answer: headers that are gathered for it mix no challenges.
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Transport {
  async send(message) {
    const headers = {};
    for (const source of this.sources) headers[source.name] = source.headers.get(source.name);
    const response = await this.fetch(this.url, { method: "POST", headers, body: JSON.stringify(message) });
    if (response.status !== 403) return;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
