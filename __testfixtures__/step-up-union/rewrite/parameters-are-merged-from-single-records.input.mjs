import { auth } from "@modelcontextprotocol/sdk/client/auth.js";


export class Session {
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
    this.scope = undefined;
  }

  async send(path) {
    const response = await fetch(this.url + path);
    if (response.status !== 403) return response;
    const parts = response.headers.get("WWW-Authenticate").matchAll(/(\w+)="([^"]*)"/g);
    const challenge = Object.assign({}, ...[...parts].map(([, name, value]) => ({ [name]: value })));
    if (challenge.error !== "insufficient_scope" || !challenge.scope) return response;
    this.scope = challenge.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    return fetch(this.url + path);
  }
}
