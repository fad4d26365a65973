import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

function union(...scopes) {
  const seen = new Set();
  for (const scope of scopes) {
    if (!scope) continue;
    for (const token of scope.split(/\s+/)) if (token) seen.add(token);
  }
  return seen.size > 0 ? [...seen].join(" ") : undefined;
}

function withAll(scope, others) {
  return [...new Set([...scope.split(" "), ...others])];
}

export class Client {
  async onChallenge(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = withAll(union(await this.storage.getScope(), this.scope), scope.split(" ")).join(" "); // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
