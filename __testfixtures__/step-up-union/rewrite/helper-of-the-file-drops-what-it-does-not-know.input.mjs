import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

const KNOWN = new Set(["files:read", "files:write"]);

export function unionScopes(...scopes) {
  const all = new Set(scopes.flatMap((scope) => scope?.split(" ") ?? []));
  return [...all].filter((scope) => KNOWN.has(scope)).join(" ") || undefined;
}

export class Client {
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
    this.scope = undefined;
  }

  async onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status !== 403 || error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
