import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

/** What is found has a scope; without one it is not found. */
export class Uploader {
  constructor(serverUrl, provider) {
    this.serverUrl = serverUrl;
    this.provider = provider;
  }

  async onFailed(failure) {
    const lacking = failure.errors.find((each) => each.code === "insufficient_scope" && each.scope);
    if (!lacking) throw failure;
    this.scope = lacking.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}
