/**
 * @typedef {object} Token
 * @property {string} access_token
 * @property {string} [scope]
 */

/**
 * @typedef {object} Session
 * @property {Token | null} token
 * @property {string} scope what was asked for, space-delimited
 */

class Orchard {
  /** @type {Session} */
  #session = { token: null, scope: "trees:read" };

  constructor(issuer, clientId, getCode) {
    this.issuer = issuer;
    this.clientId = clientId;
    this.getCode = getCode;
  }

  async onProblem(problem) {
    if (problem.error !== "insufficient_scope" || typeof problem.scope !== "string") return;
    this.#session.scope = unionScopes(this.#session.scope, problem.scope);
    await this.authorize();
  }

  async authorize() {
    const query = new URLSearchParams({ client_id: this.clientId, scope: this.#session.scope });
    this.#session.token = await this.getCode(`${this.issuer}/authorize?${query}`);
  }
}

exports.Orchard = Orchard;

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
