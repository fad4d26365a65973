import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

const __defProp = Object.defineProperty;
const __name = (target, value) => __defProp(target, "name", { value, configurable: true });

function fieldOf(response, name) {
  const header = response.headers.get("WWW-Authenticate");
  const match = header?.match(new RegExp(`${name}="([^"]+)"`));
  if (match) {
    return match[1];
  }
  return undefined;
}
__name(fieldOf, "fieldOf");

class Transport {
  static {
    __name(this, "Transport");
  }

  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
  }

  async send(message) {
    const response = await fetch(this.url, { method: "POST", body: JSON.stringify(message) });
    if (response.status === 403 && fieldOf(response, "error") === "insufficient_scope") {
      const header = response.headers.get("WWW-Authenticate");
      if (this.lastHeader === header) throw new Error("refused again");
      const scope = fieldOf(response, "scope");
      if (scope) this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      this.lastHeader = header;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.send(message);
    }
    this.lastHeader = undefined;
    return response;
  }
}

export { Transport };
