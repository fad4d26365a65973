import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export function Client(provider, url) {
  this.provider = provider;
  this.url = url;
  this.state = { scope: undefined };
}

Client.prototype.name = "client";
Client.prototype.onForbidden = async function (response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (response.status !== 403 || error !== "insufficient_scope") return;
  this.state.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
  await auth(this.provider, { serverUrl: this.url, scope: this.state.scope });
};
