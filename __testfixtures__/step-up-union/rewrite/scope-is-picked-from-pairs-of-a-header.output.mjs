import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

export class Parcels {
  async onForbidden(response) {
    const header = response.headers.get("www-authenticate") ?? "";
    const pairs = header.slice("Bearer ".length).split(", ").map((each) => each.replaceAll('"', "").split("="));
    const error = pairs.find(([name]) => name === "error")?.[1];
    const scope = pairs.find(([name]) => name === "scope")?.[1];
    if (error !== "insufficient_scope" || !scope) return;
    const tokens = await this.provider?.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, scope);
    await auth(this.provider, { serverUrl: this.origin, scope: this.scope });
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
