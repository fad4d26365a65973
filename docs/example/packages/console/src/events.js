import { extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Requests {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.onStepUpNeeded(scope);
    }
  }
}
