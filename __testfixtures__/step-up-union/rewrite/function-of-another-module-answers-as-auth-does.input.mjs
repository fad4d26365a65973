import { extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { auth } from "./login.js";

export class Client {
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
  }

  async onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.requested = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, granted-scope-unknown)
      const result = await auth(this.provider, { serverUrl: this.url, scope: this.requested });
      if (result !== "AUTHORIZED") throw new Error("unauthorized");
    }
  }
}
