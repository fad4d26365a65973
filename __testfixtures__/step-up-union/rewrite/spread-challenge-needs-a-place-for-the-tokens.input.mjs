import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Spreading {
  async onRefused(response) {
    const challenge = extractWWWAuthenticateParams(response);
    if (this.header === response.headers.get("www-authenticate")) throw new Error("again");
    if (challenge.error === "insufficient_scope") {
      this.header = response.headers.get("www-authenticate");
      await auth(this.provider, { serverUrl: this.url, ...challenge }); // expect: rewrite challenge-only-scope (advice refresh-cannot-widen, scope-may-be-missing)
    }
  }
}
