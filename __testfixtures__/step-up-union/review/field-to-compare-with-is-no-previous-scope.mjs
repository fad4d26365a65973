import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class ComparingClient {
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
  }

  onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (this.last === scope) throw new Error("forbidden");
    if (error === "insufficient_scope") {
      this.last = scope;
      return auth(this.provider, { serverUrl: this.url, scope }); // expect: review unfit-sink (advice refresh-cannot-widen)
    }
  }
}
