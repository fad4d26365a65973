import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { uniq } from "lodash";

export class Client {
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
    this.scopes = undefined;
  }

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scopes = uniq(scope.split(" ")); // expect: review scope-collection (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scopes });
  }
}
