import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { Transport } from "./transport.mjs";

export class Stepping extends Transport {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this._scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this._scope });
    }
  }
}

export class OfTheSdk extends StreamableHTTPClientTransport {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this._scope = scope; // expect: rewrite replaced-scope
      await auth(this._authProvider, { serverUrl: this._url, scope: `${this._scope}` });
    }
  }
}

export class MadeHere extends Transport {
  constructor(url, provider) {
    super(url);
    this.provider = provider;
    this._scope = "";
  }

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this._scope = scope; // expect: rewrite replaced-scope
      await auth(this.provider, { serverUrl: this.url, scope: this._scope.trim() });
    }
  }
}
