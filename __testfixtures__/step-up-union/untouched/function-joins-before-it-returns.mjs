import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
function scopeFor(response, previous) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error !== "insufficient_scope") return previous;
  return `${previous} ${scope}`;
}
export class Returning {
  async onRefused(response) {
    this.scope = scopeFor(response, this.scope);
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
