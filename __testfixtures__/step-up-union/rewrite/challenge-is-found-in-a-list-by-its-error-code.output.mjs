import { auth } from "@modelcontextprotocol/sdk/client/auth.js";
import { parseChallenges } from "../shared/challenge.js";

export class Listing {
  async onRefused(response) {
    const challenges = parseChallenges(response.headers.get("www-authenticate"));
    const found = challenges.find((each) => each.error === "insufficient_scope");
    if (found !== undefined) {
      const tokens = await this.provider?.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, found.scope);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async onRefusedAgain(response) {
    const isStepUp = ({ scheme, error }) => scheme === "Bearer" && error === "insufficient_scope";
    const refusal = parseChallenges(response.headers.get("www-authenticate")).find(isStepUp);
    if (!refusal) return;
    const tokens = await this.provider?.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, refusal.scope);
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
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
