import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  async onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (this.isFirst) return this.login(scope);
    if (error === "insufficient_scope") await this.login("write");
  }

  async login(scope) {
    await this.ask(scope);
  }

  async ask(scope) {
    this.scope = scope;
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
