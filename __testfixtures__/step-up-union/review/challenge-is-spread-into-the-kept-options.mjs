import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Holding {
  async onRefused(response) {
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error === "insufficient_scope") {
      this.options = { ...this.options, ...challenge }; // expect: review scope-precedence (advice refresh-cannot-widen)
      await auth(this.provider, this.options);
    }
  }
}
