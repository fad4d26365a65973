import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { makeProvider } from "./provider.js";

/** Got while it is made, the provider is the same ever after, by whatever getter it is read. */
export class Client {
  scope;
  #own;

  constructor(url) {
    this.url = url;
    this.#own = { provider: makeProvider() };
  }

  get provider() {
    return this.#own.provider;
  }

  /** A server may give them in either way. */
  async mayWrite() {
    const tokens = await this.provider.tokens();
    return tokens?.scope?.split(/[\s,]+/).includes("write") ?? false;
  }

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return false;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    return this.mayWrite();
  }
}
