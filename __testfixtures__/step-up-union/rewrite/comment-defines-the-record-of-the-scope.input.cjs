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
    this.#session.scope = problem.scope; // expect: rewrite replaced-scope (advice granted-scope-unknown)
    await this.authorize();
  }

  async authorize() {
    const query = new URLSearchParams({ client_id: this.clientId, scope: this.#session.scope });
    this.#session.token = await this.getCode(`${this.issuer}/authorize?${query}`);
  }
}

exports.Orchard = Orchard;
