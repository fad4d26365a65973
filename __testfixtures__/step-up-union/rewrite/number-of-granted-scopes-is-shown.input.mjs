import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  constructor(serverUrl, provider) {
    this.serverUrl = serverUrl;
    this.provider = provider;
  }

  async token() {
    const tokens = await this.provider.tokens();
    const names = (tokens?.scope ?? "").split(" ");
    console.log(`${names.length} ${names.length === 1 ? "scope" : "scopes"} granted`);
    return tokens?.access_token;
  }

  async onForbidden(problem) {
    if (problem.error !== "insufficient_scope" || !problem.scope) return;
    this.scope = problem.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}
