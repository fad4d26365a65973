import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { connect, container } from "@acme/container";

export class Client {
  scope = "read";

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

container.register(Client, { scope: "singleton" });
export const client = connect(Client, "scope");
