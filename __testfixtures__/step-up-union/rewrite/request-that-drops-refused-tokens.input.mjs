// The tokens of a grant that is refused are dropped by the request itself, which is behind the union, and serves others too.
import { extractWWWAuthenticateParams, InvalidGrantError } from "./challenge.mjs";

async function authorizeOnce(provider, { serverUrl, scope }) {
  const url = new URL("/authorize", serverUrl);
  if (scope) url.searchParams.set("scope", scope);
  await provider.redirectToAuthorization(url);
  return "REDIRECT";
}

async function authorize(provider, options) {
  try {
    return await authorizeOnce(provider, options);
  } catch (error) {
    if (!(error instanceof InvalidGrantError)) throw error;
    await provider.invalidateCredentials?.("tokens");
    return authorizeOnce(provider, options);
  }
}

export class Transport {
  constructor(url, { authProvider }) {
    this._url = url;
    this._authProvider = authProvider;
  }

  async finish(authorizationCode) {
    await authorize(this._authProvider, { serverUrl: this._url, authorizationCode, scope: this._scope });
  }

  async send(message) {
    const headers = new Headers();
    const tokens = await this._authProvider.tokens();
    if (tokens) headers.set("Authorization", `Bearer ${tokens.access_token}`);
    const response = await fetch(this._url, { method: "POST", headers, body: JSON.stringify(message) });
    if (response.ok) return;
    if (response.status === 403) {
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error === "insufficient_scope") {
        const header = response.headers.get("WWW-Authenticate");
        if (this._lastHeader === header) throw new Error("Still refused after a step-up");
        this._lastHeader = header;
        if (scope) this._scope = scope; // expect: rewrite replaced-scope
        const result = await authorize(this._authProvider, { serverUrl: this._url, scope: this._scope });
        if (result !== "AUTHORIZED") throw new Error("Unauthorized");
        await this.send(message);
      }
    }
  }
}
