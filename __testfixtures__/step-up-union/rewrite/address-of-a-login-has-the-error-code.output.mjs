export class Client {
  async onForbidden(problem) {
    if (problem.error !== "insufficient_scope" || !problem.scope) return;
    this.scope = unionScopes(this.scope, problem.scope);
  }
  login() {
    location.assign(`/login?reason=insufficient_scope&scope=${this.scope}`);
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
