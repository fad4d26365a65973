import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

const parse = (response) => ({
  error: response.status === 401 || response.status === 403 ? "insufficient_scope" : undefined,
  scope: extractWWWAuthenticateParams(response).scope,
});

export class Client {
  constructor(provider, serverUrl) {
    this.provider = provider;
    this.serverUrl = serverUrl;
  }

  async parsed(response) {
    const challenge = parse(response);
    if (challenge.error !== "insufficient_scope" || !challenge.scope) return response;
    this.scope = challenge.scope; // expect: review unproven-step-up (advice refresh-cannot-widen)
    return auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }

  async assigned(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    let code = error;
    if (response.status === 401) code = "insufficient_scope";
    if (code !== "insufficient_scope" || !scope) return response;
    this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen)
    return auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }

  async otherHeader(response) {
    const { error } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return response;
    this.scope = response.headers.get("x-accepted-oauth-scopes") ?? undefined; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    return auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}
