import { randomUUID } from "node:crypto";
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { useUser } from "./context.js";

let busy = 0;

export async function counted(run) {
  busy = 1;
  try {
    return await run();
  } finally {
    busy = 0;
  }
}

export class Client {
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
  }

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return "refused";
    const tokens = await this.provider?.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, scope);
    const id = randomUUID();
    console.debug(id, busy);
    const result = await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    return `${result} for ${useUser()}`;
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
