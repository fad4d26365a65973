import { auth } from "@modelcontextprotocol/sdk/client/auth.js";
import { parse } from "./challenges.js";

let isRunning = false;

class Hooks {
  constructor() {
    this.add = () => {
      isRunning = true;
    };
  }
}
const hooks = new Hooks();

export class Client {
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
  }

  async send(path) {
    const response = await fetch(this.url + path);
    if (response.status !== 403 || isRunning) return response;
    const { error, scope } = parse(response.headers.get("www-authenticate"));
    if (error !== "insufficient_scope" || !scope) return response;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    hooks.add(path);
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    return fetch(this.url + path);
  }
}
