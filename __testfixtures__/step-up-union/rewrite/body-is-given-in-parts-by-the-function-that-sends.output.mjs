export class Client {
  scope = "base";

  constructor(identity) {
    this.identity = identity;
  }

  async once(path) {
    const response = await fetch(path);
    if (response.ok) return { data: await response.json() };
    const body = await response.json();
    return { status: response.status, error: body.error, scope: body.scope };
  }

  async load(path) {
    const first = await this.once(path);
    if (first.status !== 403 || first.error !== "insufficient_scope" || !first.scope) return first.data;
    this.scope = unionScopes(this.scope, first.scope);
    await this.identity.authorize({ scope: this.scope });
    return (await this.once(path)).data;
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
