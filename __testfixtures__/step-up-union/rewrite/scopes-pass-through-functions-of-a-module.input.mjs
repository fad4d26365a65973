import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { join, uniq } from "lodash";

export class Client {
  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
    this.scope = undefined;
  }

  async once(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = join(uniq(scope.split(" ")), " "); // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
