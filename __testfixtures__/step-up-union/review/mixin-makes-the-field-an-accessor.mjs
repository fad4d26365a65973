import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

class Plain {
  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
  }

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (scope) this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

const Gathering = (Base) =>
  class extends Base {
    get scope() {
      return [...(this.parts ?? [])].join(" ");
    }

    set scope(value) {
      this.parts ??= new Set();
      for (const part of (value ?? "").split(" ")) this.parts.add(part);
    }
  };

export class Client extends Gathering(Plain) {}
