import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { Transport } from "./transport.mjs";

export class Stepping extends Transport {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this._scope = scope; // expect: review unfit-sink
      await auth(this.provider, { serverUrl: this.url, scope: String(this._scope) });
    }
  }
}

export const upscoping = (Base) =>
  class extends Base {
    async onForbidden(response) {
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error === "insufficient_scope" && scope) {
        this._scope = scope; // expect: review unfit-sink
        await auth(this.provider, { serverUrl: this.url, scope: `${this._scope}` });
      }
    }
  };
