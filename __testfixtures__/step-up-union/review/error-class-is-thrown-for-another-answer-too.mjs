import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

class ScopeError extends Error {
  code = "insufficient_scope";
  constructor(scope) {
    super(`needs ${scope}`);
    this.scope = scope;
  }
}

/** What falls through is thrown for a 401 as well. */
export function check(response) {
  const challenge = response.headers.get("www-authenticate") ?? "";
  const scope = /scope="([^"]+)"/.exec(challenge)?.[1];
  switch (scope && response.status) {
    case 403:
      if (!challenge.includes('error="insufficient_scope"')) break;
    case 401:
      throw new ScopeError(scope);
  }
  return response;
}

export class Client {
  constructor(serverUrl, provider) {
    this.serverUrl = serverUrl;
    this.provider = provider;
  }

  async onError(error) {
    if (error instanceof ScopeError && error.code === "insufficient_scope") {
      this.scope = error.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
    }
  }
}
