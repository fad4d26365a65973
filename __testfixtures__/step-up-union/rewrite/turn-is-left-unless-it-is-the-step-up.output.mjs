import { auth } from "@modelcontextprotocol/sdk/client/auth.js";
import { parseChallenges } from "./challenges.js";

export class Session {
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
    this.scope = undefined;
  }

  async send(path) {
    const response = await fetch(this.url + path);
    if (response.status !== 403) return response;
    const challenges = parseChallenges(response.headers.get("WWW-Authenticate"));
    let scope;
    for (const each of challenges) {
      if (each.error !== "insufficient_scope") continue;
      if (each.scope) scope = each.scope;
    }
    if (!scope) return response;
    const tokens = await this.provider?.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, scope);
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    return fetch(this.url + path);
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
