import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { markRetried, wasRetried } from "./marks.js";

export class Marking {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && !wasRetried(this)) {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      markRetried(this);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
