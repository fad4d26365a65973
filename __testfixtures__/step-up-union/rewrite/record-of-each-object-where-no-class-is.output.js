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
  const tokens = await this.provider?.tokens();
  this.state.scope = unionScopes(tokens?.scope, this.state.scope, scope);
  await auth(this.provider, { serverUrl: this.url, scope: this.state.scope });
};

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
