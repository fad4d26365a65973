import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

class OAuthError extends Error {
  code = "insufficient_scope";
  constructor(scope) {
    super("refused");
    this.scope = scope;
  }
}
class TokenError extends OAuthError {
  code = "invalid_token";
}
export function check(response) {
  const challenge = response.headers.get("www-authenticate") ?? "";
  const scope = /scope="([^"]+)"/.exec(challenge)?.[1];
  if (response.status === 403 && challenge.includes('error="insufficient_scope"')) throw new OAuthError(scope);
  if (response.status === 401) throw new TokenError(scope);
  return response;
}

export class Client {
  constructor(serverUrl, provider) {
    this.serverUrl = serverUrl;
    this.provider = provider;
  }

  async onError(error) {
    if (!(error instanceof OAuthError && error.code === "insufficient_scope")) return;
    this.scope = error.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}
