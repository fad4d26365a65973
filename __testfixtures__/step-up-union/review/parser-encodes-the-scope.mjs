import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

function challengeOf(response) {
  const header = response.headers.get("www-authenticate") ?? "";
  const part = (name) => new RegExp(`\\b${name}="([^"]*)"`).exec(header)?.[1];
  return { error: part("error"), scope: encodeURIComponent(part("scope") ?? "") };
}

export class Client {
  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
  }

  async onForbidden(response) {
    const { error, scope } = challengeOf(response);
    if (error === "insufficient_scope") {
      if (scope) this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
