import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  constructor(serverUrl, provider) {
    this.serverUrl = serverUrl;
    this.provider = provider;
  }

  async reconnect() {}

  async onForbidden(problem) {
    if (problem.error !== "insufficient_scope" || !problem.scope) return;
    this.scope = problem.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    this.socket = new WebSocket(this.serverUrl);
    this.socket.onmessage = (event) => this.read(event);
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}
