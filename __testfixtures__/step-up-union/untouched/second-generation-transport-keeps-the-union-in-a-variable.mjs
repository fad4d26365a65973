import { auth, computeScopeUnion, extractWWWAuthenticateParams, isStrictScopeSuperset } from "@modelcontextprotocol/client";

export class Transport {
  async stepUp(response, retries) {
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error !== "insufficient_scope" || retries >= this.maxRetries) return "FORBIDDEN";
    const tokens = await this._oauthProvider.tokens();
    const unionScope = computeScopeUnion(this._scope, tokens?.scope, challenge.scope);
    this._scope = unionScope; // expect: already-union union-kept
    const forceReauthorization = isStrictScopeSuperset(unionScope, tokens?.scope);
    return auth(this._oauthProvider, { serverUrl: this._url, scope: unionScope, forceReauthorization }); // expect: already-union union-kept
  }
}
