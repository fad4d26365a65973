import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

export class Journey {
  async onAnswer({ status, body }) {
    switch (`${status} ${body.code}`) {
      case "403 insufficient_scope": {
        const tokens = await this.provider?.tokens();
        this.asked = unionScopes(tokens?.scope, this.asked, body.scope);
        await auth(this.provider, { serverUrl: this.url, scope: this.asked });
        break;
      }
      case "401 expired":
        await auth(this.provider, { serverUrl: this.url, scope: this.asked });
    }
  }
}
export class Joined {
  async onAnswer({ status, body }) {
    const key = status + ":" + body.error;
    if (key !== "403:insufficient_scope") return;
    const tokens = await this.provider?.tokens();
    this.asked = unionScopes(tokens?.scope, this.asked, body.scope);
    await auth(this.provider, { serverUrl: this.url, scope: this.asked });
  }
}

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
