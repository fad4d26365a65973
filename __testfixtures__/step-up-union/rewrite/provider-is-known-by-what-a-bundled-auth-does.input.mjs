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
      this.s = body.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await m(this.p, { serverUrl: this.u, scope: this.s });
    }
  }
}

export class Shaped {
  async onRefused(body) {
    if (body.error === "insufficient_scope") {
      this.s = body.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      switch (await x(this.p, { serverUrl: this.u, scope: this.s })) {
        case "REDIRECT":
          throw new Error("sent to log in");
      }
    }
  }
}
