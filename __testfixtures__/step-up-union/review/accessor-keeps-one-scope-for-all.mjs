import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Remembering {
  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
  }

  get scope() {
    return localStorage.getItem("scope") ?? undefined;
  }

  set scope(value) {
    if (value) localStorage.setItem("scope", value);
    else localStorage.removeItem("scope");
  }

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
