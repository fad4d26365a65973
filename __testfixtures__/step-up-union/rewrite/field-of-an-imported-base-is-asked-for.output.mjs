import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { Transport } from "./transport.mjs";

export class Stepping extends Transport {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      const tokens = await this.provider?.tokens();
      this._scope = unionScopes(tokens?.scope, this._scope, scope);
      await auth(this.provider, { serverUrl: this.url, scope: this._scope });
    }
  }
}

export class OfTheSdk extends StreamableHTTPClientTransport {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      const tokens = await this._authProvider?.tokens();
      this._scope = unionScopes(tokens?.scope, this._scope, scope);
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
      const tokens = await this.provider?.tokens();
      this._scope = unionScopes(tokens?.scope, this._scope, scope);
      await auth(this.provider, { serverUrl: this.url, scope: this._scope.trim() });
    }
  }
}

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 *
 * @param {...(string | undefined)} scopes
 * @returns {string | undefined}
 */
function unionScopes(...scopes) {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}
