import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

function BufferList() {
  this.buffers = [];
  this.length = 0;
}
BufferList.prototype.get = function (index) {
  if (this.last !== index) this.last = index;
  return this.buffers[this.last];
};
const operators = {};
operators.filter = function (keep) {
  this.length = this.buffers.length;
  return keep;
};

class Transport {
  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
  }

  async send(message) {
    const response = await fetch(this.url, { method: "POST", body: JSON.stringify(message) });
    const session = response.headers.get("mcp-session-id");
    if (session) this.session = session;
    if (!response.ok) {
      if (response.status === 403) {
        const { error, scope } = extractWWWAuthenticateParams(response);
        if (error === "insufficient_scope") {
          const tokens = await this.provider?.tokens();
          const header = response.headers.get("WWW-Authenticate");
          if (this.lastHeader === header) throw new Error("refused again");
          if (scope) this.scope = unionScopes(tokens?.scope, this.scope, scope);
          this.lastHeader = header;
          await auth(this.provider, { serverUrl: this.url, scope: this.scope });
          return this.send(message);
        }
      }
      throw new Error(`Error ${response.status}`);
    }
    this.lastHeader = undefined;
    const requests = (Array.isArray(message) ? message : [message]).filter((each) => each.id !== undefined);
    return requests.length > 0 ? response.json() : undefined;
  }
}

export { BufferList, operators, Transport };

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 *
 * @param {...(string | undefined)} scopes
 * @returns {string | undefined}
 */
function unionScopes(...scopes) {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}
