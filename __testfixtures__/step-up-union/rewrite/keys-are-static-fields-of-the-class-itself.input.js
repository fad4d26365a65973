import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

class Challenge {
  static ERROR = "error";
  static SCOPE = "scope";

  constructor(header) {
    for (const [, name, value] of header.matchAll(/(\w+)="([^"]*)"/g)) this[name] = value;
  }

  get isStepUp() {
    return this[Challenge.ERROR] === "insufficient_scope";
  }
}

export class Client {
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
  }

  async send(path) {
    const response = await fetch(this.url + path);
    if (response.status !== 403) return response;
    const challenge = new Challenge(response.headers.get("WWW-Authenticate"));
    if (challenge[Challenge.ERROR] !== "insufficient_scope") return response;
    this.scope = challenge.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    return fetch(this.url + path);
  }
}
