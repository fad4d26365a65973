import type { Program } from "./programs.ts";
import { ASK, sending } from "./sending.ts";

/** Handlers that try again, with and without a bound. */
export const RETRIES: readonly Program[] = [
  {
    name: "wrapper with a number of retries",
    all: sending(
      `
  async send(message) {
    return pRetry(async () => {
      const response = await this.fetch(message);
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error === "insufficient_scope") {
        this.scope = scope;
        ${ASK}
        throw new Error("try again");
      }
      return response;
    }, { retries: 1 });
  }`,
      { module: 'import { pRetry } from "p-retry";' },
    ),
    modules: () => ({
      "p-retry": {
        pRetry: async (run: () => unknown, { retries }: { retries: number }) => {
          for (let left = retries; ; left--) {
            try {
              return await run();
            } catch (error) {
              if (left <= 0) throw error;
            }
          }
        },
      },
    }),
    verdict: "rewrite",
  },
  {
    name: "no limit, by recursion",
    all: sending(`
  async send(message) {
    const response = await this.fetch(message);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope;
      ${ASK}
      return this.send(message);
    }
    return response;
  }`),
    verdict: "rewrite",
    advice: true,
  },
  {
    name: "no limit, in an endless loop",
    all: sending(`
  async send(message) {
    for (;;) {
      const response = await this.fetch(message);
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error !== "insufficient_scope") return response;
      this.scope = scope;
      ${ASK}
    }
  }`),
    verdict: "rewrite",
    advice: true,
  },
  {
    name: "a parameter that is tested and is no limit",
    all: sending(`
  async send(message, options = {}) {
    const response = await this.fetch(message);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (options.verbose) console.log("again");
      this.scope = scope;
      ${ASK}
      return this.send(message, options);
    }
    return response;
  }`),
    verdict: "rewrite",
    advice: true,
  },
  {
    name: "a parameter that is never changed and is no limit",
    all: sending(`
  async send(message, signal) {
    const response = await this.fetch(message);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (signal) signal.throwIfAborted();
      this.scope = scope;
      ${ASK}
      return this.send(message, signal);
    }
    return response;
  }`),
    verdict: "rewrite",
    advice: true,
  },
  {
    name: "the status of the response compared is no limit",
    all: sending(`
  async send(message) {
    const response = await this.fetch(message);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status >= 400 && error === "insufficient_scope") {
      this.scope = scope;
      ${ASK}
      return this.send(message);
    }
    return response;
  }`),
    verdict: "rewrite",
    advice: true,
  },
  {
    name: "the same header again",
    all: sending(`
  async send(message) {
    const response = await this.fetch(message);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const header = response.headers.get("WWW-Authenticate");
      if (this.last === header) throw new Error("again");
      this.scope = scope;
      this.last = header ?? undefined;
      ${ASK}
      return this.send(message);
    }
    return response;
  }`),
    verdict: "rewrite",
  },
  {
    name: "a set of challenges that the handler asks and marks",
    all: sending(
      `
  async send(message) {
    const response = await this.fetch(message);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && !this.seen.has(scope)) {
      this.scope = scope;
      this.seen.add(scope);
      ${ASK}
      return this.send(message);
    }
    return "refused";
  }`,
      { fields: "seen = new Set();" },
    ),
    verdict: "rewrite",
  },
  {
    name: "marks of another module for the request",
    all: sending(
      `
  async send(message) {
    const response = await this.fetch(message);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && !wasRetried(message)) {
      this.scope = scope;
      markRetried(message);
      ${ASK}
      return this.send(message);
    }
    return "refused";
  }`,
      { module: 'import { markRetried, wasRetried } from "./marks.js";' },
    ),
    modules: () => {
      const retried = new WeakSet<object>();
      return {
        "./marks.js": { markRetried: (one: object) => retried.add(one), wasRetried: (one: object) => retried.has(one) },
      };
    },
    verdict: "rewrite",
  },
  {
    name: "limit in a caught error",
    all: sending(`
  async send(message, tries = 0) {
    try {
      return await this.trySend(message);
    } catch (error) {
      if (error.code !== "insufficient_scope" || tries >= 1) throw error;
      this.scope = error.scope;
      ${ASK}
      return this.send(message, tries + 1);
    }
  }
  async trySend(message) {
    const response = await this.fetch(message);
    throw Object.assign(new Error("refused"), { code: response.error, scope: response.scope });
  }`),
    verdict: "rewrite",
  },
  {
    name: "another method sends the second try",
    all: sending(`
  async send(message) {
    const response = await this.fetch(message);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope;
      ${ASK}
      return this.fetch(message);
    }
    return response;
  }`),
    verdict: "rewrite",
  },
  {
    name: "check and set by a call in a recursive handler",
    all: sending(
      `
  async send(message) {
    const response = await this.fetch(message);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && this.guard.tryAcquire()) {
      this.scope = scope;
      ${ASK}
      return this.send(message);
    }
    return "refused";
  }`,
      {
        module: 'import { Guard } from "./guard.js";',
        fields: "guard = new Guard();",
      },
    ),
    modules: () => ({
      "./guard.js": {
        Guard: class {
          left = 1;
          tryAcquire() {
            return this.left-- > 0;
          }
        },
      },
    }),
    verdict: "rewrite",
  },
  {
    name: "check and set by a copied result in a recursive handler",
    all: sending(
      `
  async send(message) {
    const response = await this.fetch(message);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const r = this.guard.start();
      if (!r) return "refused";
      this.scope = scope;
      ${ASK}
      return this.send(message);
    }
    return response;
  }`,
      {
        module: 'import { Guard } from "./guard.js";',
        fields: "guard = new Guard();",
      },
    ),
    modules: () => ({
      "./guard.js": {
        Guard: class {
          left = 1;
          start() {
            return this.left-- > 0;
          }
        },
      },
    }),
    verdict: "rewrite",
  },
];
