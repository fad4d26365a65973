import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Room {
  scope = "rooms:read";
  sessions = new Map();

  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
  }

  [Symbol.toPrimitive]() {
    return this.scope;
  }

  sessionOf() {
    return this.sessions.get(`${this}`);
  }

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (scope) this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
