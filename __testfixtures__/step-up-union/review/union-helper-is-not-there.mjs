// The union helper is called by name, but neither imported nor declared: what the call gives is not known, and it may throw.
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class NotImported {
  constructor(provider, url) {
    this._provider = provider;
    this._url = url;
  }

  async send(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status === 403 && error === "insufficient_scope") {
      const tokens = await this._provider.tokens();
      this._scope = unionScopes(tokens?.scope, this._scope, scope); // expect: review unproven-step-up (advice refresh-cannot-widen)
      await auth(this._provider, { serverUrl: this._url, scope: this._scope });
    }
  }
}

export async function passedOn(provider, serverUrl, response, previous) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error !== "insufficient_scope") return;
  const tokens = await provider.tokens();
  const wanted = computeScopeUnion(tokens?.scope, previous, scope);
  await auth(provider, { serverUrl, scope: wanted }); // expect: review unproven-step-up (advice refresh-cannot-widen)
}
