import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

class Channel {
  constructor(server, provider) {
    this.server = server;
    this.provider = provider;
  }
  async obey(challenge) {
    if (challenge.error !== "insufficient_scope" || !challenge.scope) return false;
    this.scope = challenge.scope; // expect: review unproven-step-up (advice refresh-cannot-widen)
    return (await auth(this.provider, { serverUrl: this.server, scope: this.scope })) === "AUTHORIZED";
  }
  async send(response) {
    return response.status === 403 && this.obey(extractWWWAuthenticateParams(response));
  }
}
export { Channel };
class Mid extends Channel {}
export class Tablet extends Mid {
  idle() {
    return this.obey({ error: "insufficient_scope", scope: "read" });
  }
}
