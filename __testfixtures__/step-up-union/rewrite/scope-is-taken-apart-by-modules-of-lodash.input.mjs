import { auth } from "@modelcontextprotocol/sdk/client/auth.js";
import uniq from "lodash/uniq.js";
import words from "lodash.words";

export class Client {
  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
    this.scope = "files:read";
  }

  async onForbidden(response) {
    const { error, scope } = await response.json();
    if (response.status !== 403 || error !== "insufficient_scope" || !scope) return;
    this.scope = uniq(words(scope, /\S+/g)).join(" "); // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
