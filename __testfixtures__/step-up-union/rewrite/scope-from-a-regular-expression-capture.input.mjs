import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

export class RegexClient {
  async onForbidden(response) {
    const header = response.headers.get("www-authenticate") ?? "";
    if (!header.includes('error="insufficient_scope"') || !this.provider) return;
    const match = /scope="([^"]*)"/.exec(header);
    this.scope = match?.[1]; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
