import { a as x } from "./chunk.mjs";

async function m(e, t) {
  try {
    return await h(e, t);
  } catch {
    return h(e, t);
  }
}

async function h(e, { serverUrl: t, scope: r }) {
  const o = await e.tokens();
  return o?.refresh_token ? t : r;
}

export class Followed {
  async onRefused(body) {
    if (body.error === "insufficient_scope") {
      const tokens = await this.p?.tokens();
      this.s = unionScopes(tokens?.scope, this.s, body.scope);
      await m(this.p, { serverUrl: this.u, scope: this.s });
    }
  }
}

export class Shaped {
  async onRefused(body) {
    if (body.error === "insufficient_scope") {
      const tokens = await this.p?.tokens();
      this.s = unionScopes(tokens?.scope, this.s, body.scope);
      switch (await x(this.p, { serverUrl: this.u, scope: this.s })) {
        case "REDIRECT":
          throw new Error("sent to log in");
      }
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
