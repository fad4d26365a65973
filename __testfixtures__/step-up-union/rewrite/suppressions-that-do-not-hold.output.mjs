import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Fourfold {
  async start() {
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }

  async withoutReason(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return;
    const tokens = await this.provider?.tokens();
    // step-up-union-ignore-next-line replaced-scope
    this.scope = unionScopes(tokens?.scope, this.scope, scope);
  }

  async withAnUnknownRule(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return;
    const tokens = await this.provider?.tokens();
    // step-up-union-ignore-next-line replaced-scopes -- the rule has no such name
    this.scope = unionScopes(tokens?.scope, this.scope, scope);
  }

  async withTheRuleOfAnotherSite(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return;
    const tokens = await this.provider?.tokens();
    // step-up-union-ignore-next-line challenge-only-scope -- the rule is not that of the line
    this.scope = unionScopes(tokens?.scope, this.scope, scope);
  }

  async inAText(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return;
    const tokens = await this.provider?.tokens();
    console.log(`challenged
    // step-up-union-ignore-next-line replaced-scope -- text is no comment`);
    this.scope = unionScopes(tokens?.scope, this.scope, scope);
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
