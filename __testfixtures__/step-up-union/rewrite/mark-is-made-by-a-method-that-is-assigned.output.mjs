import { auth } from "@modelcontextprotocol/sdk/client/auth.js";
import { parse } from "./challenges.js";

let isRunning = false;

class Hooks {
  constructor() {
    this.add = () => {
      isRunning = true;
    };
  }
}
const hooks = new Hooks();

export class Client {
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
  }

  async send(path) {
    const response = await fetch(this.url + path);
    const tokens = response.status === 403 ? await this.provider?.tokens() : undefined;
    if (response.status !== 403 || isRunning) return response;
    const { error, scope } = parse(response.headers.get("www-authenticate"));
    if (error !== "insufficient_scope" || !scope) return response;
    this.scope = unionScopes(tokens?.scope, this.scope, scope);
    hooks.add(path);
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
