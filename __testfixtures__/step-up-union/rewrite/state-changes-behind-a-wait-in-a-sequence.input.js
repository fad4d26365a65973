import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

// What changes once the authorization was waited for is in no synchronous run with a test before it.
export class Sequence {
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
    this.isOpen = true;
  }

  async send(message) {
    const response = await fetch(this.url, { method: "POST", body: message });
    if (!this.isOpen) return response;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return response;
    if ((scope && (this.scope = scope), (await auth(this.provider, { serverUrl: this.url, scope: this.scope })) !== "AUTHORIZED")) // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      throw new Error("refused");
    this.isOpen = false;
    return response;
  }
}
