import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { Budget } from "./budget.js";

export class Agent {
  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
    this.scope = undefined;
    this.budget = new Budget(2);
  }

  async send(body, isSecond = false) {
    const response = await fetch(this.url, { method: "POST", body });
    if (response.status === 403) {
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error === "insufficient_scope" && scope) {
        const tokens = await this.provider?.tokens();
        this.budget.take(scope);
        this.scope = unionScopes(tokens?.scope, this.scope, scope);
        await auth(this.provider, { serverUrl: this.url, scope: this.scope });
        return this.send(body, true);
      }
    }
    if (isSecond && this.scope) this.budget.giveBackAll();
    return response;
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
