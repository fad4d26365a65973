/**
 * @typedef {object} Token
 * @property {string} access_token
 * @property {string} [scope]
 */

/**
 * @typedef {object} Session
 * @property {Token | null} token
 * @property {string[]} scope what was asked for
 */

const { wanted } = require("./wanted.cjs");

class Orchard {
  /** @type {Session} */
  #session = { token: null, scope: wanted() };

  constructor(issuer, clientId, getCode) {
    this.issuer = issuer;
    this.clientId = clientId;
    this.getCode = getCode;
  }

  async onProblem(problem) {
    if (problem.error !== "insufficient_scope" || typeof problem.scope !== "string") return;
    this.#session.scope = problem.scope; // expect: review scope-collection (advice granted-scope-unknown)
    await this.authorize();
  }

  async authorize() {
    const query = new URLSearchParams({ client_id: this.clientId, scope: this.#session.scope });
    this.#session.token = await this.getCode(`${this.issuer}/authorize?${query}`);
  }
}

exports.Orchard = Orchard;
