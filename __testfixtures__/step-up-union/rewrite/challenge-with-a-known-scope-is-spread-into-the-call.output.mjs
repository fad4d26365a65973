import { auth } from "@modelcontextprotocol/sdk/client/auth.js";
import { parseChallenge } from "../shared/challenge.js";

export class Spreading {
  async onRefused(response) {
    const challenge = parseChallenge(response.headers.get("www-authenticate"));
    if (challenge.error !== "insufficient_scope" || !challenge.scope) return;
    const tokens = await this.provider?.tokens();
    const options = { serverUrl: this.url, ...challenge, scope: unionScopes(tokens?.scope, challenge.scope) };
    await auth(this.provider, options);
  }

  async onRefusedWithACopy(response) {
    const challenge = parseChallenge(response.headers.get("www-authenticate"));
    const { error, scope } = challenge;
    if (error === "insufficient_scope") {
      const tokens = await this.provider?.tokens();
      this.logger.info(`step up to ${scope}`);
      await auth(this.provider, Object.assign({ serverUrl: this.url }, challenge, { scope: unionScopes(tokens?.scope, challenge.scope) }));
    }
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
