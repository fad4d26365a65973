import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Talkative {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope && this.provider) {
      const tokens = await this.provider.tokens();
      this.logger.info({ event: "step_up", scope });
      this.emit("stepUp", { scope });
      this.setState({ scope });
      this.metrics.increment("step_up", 1, { scope });
      if (!(await this.confirm(`Allow ${scope}?`))) throw new Error("refused");
      this.scope = unionScopes(tokens?.scope, this.scope, scope);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
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
