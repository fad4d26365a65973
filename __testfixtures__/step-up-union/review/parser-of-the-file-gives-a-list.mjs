import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

function parse(response) {
  const header = response.headers.get("www-authenticate");
  const error = /error="(\w+)"/.exec(header)?.[1];
  const scope = (/scope="([^"]*)"/.exec(header)?.[1] ?? "").split(" ");
  return { error, scope };
}

export class Destructured {
  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
  }

  async onForbidden(response) {
    const { error, scope } = parse(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: review scope-collection (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

export class Member {
  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
  }

  async onForbidden(response) {
    const challenge = parse(response);
    const { error } = challenge;
    if (error === "insufficient_scope") {
      this.scope = challenge.scope; // expect: review scope-collection (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
