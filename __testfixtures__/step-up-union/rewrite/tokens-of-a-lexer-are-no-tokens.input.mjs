import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

class Lexer {
  constructor(text) {
    this.text = text;
    this.pos = 0;
  }
  tokens() {
    const found = [];
    while (this.pos < this.text.length) {
      const char = this.text[this.pos];
      this.pos += 1;
      if (char !== " ") found.push(char);
    }
    return found;
  }
}

export class Client {
  constructor(serverUrl, provider) {
    this.serverUrl = serverUrl;
    this.provider = provider;
  }

  async onForbidden(problem) {
    if (problem.error !== "insufficient_scope" || !problem.scope) return;
    this.scope = problem.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}
