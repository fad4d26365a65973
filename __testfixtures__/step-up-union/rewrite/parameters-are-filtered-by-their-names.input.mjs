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
    const parameters = [...response.headers.get("WWW-Authenticate").matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => ({ name, value }));
    if (parameters.filter(({ name }) => name === "error")[0]?.value !== "insufficient_scope") return response;
    const scope = parameters.filter(({ name }) => name === "scope").at(0)?.value;
    if (!scope) return response;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    return fetch(this.url + path);
  }
}
