import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

const lacksScope = (body) => body.code === "insufficient_scope";

export class Desk {
  constructor(url, provider, bus) {
    this.url = url;
    this.provider = provider;
    this.scope = undefined;
    bus.rules([{ if: lacksScope, then: (body) => this.log(body), else: (body) => this.again(body) }]);
  }

  log(body) {
    console.warn("not allowed", body.id);
  }

  async again(body) {
    this.scope = body.scope;
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
