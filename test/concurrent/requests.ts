import type { Program } from "./programs.ts";
import { ASK, sending } from "./sending.ts";

/** Limits of one request, and of its tries. */
export const REQUESTS: readonly Program[] = [
  {
    name: "parameter that the second try sets",
    all: sending(`
  async send(message, retried = false) {
    const response = await this.fetch(message);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (retried) throw new Error("again");
      this.scope = scope;
      ${ASK}
      return this.send(message, true);
    }
    return response;
  }`),
    verdict: "rewrite",
  },
  {
    name: "parameter beside the evidence",
    all: sending(`
  async send(message, retried = false) {
    const response = await this.fetch(message);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && !retried) {
      this.scope = scope;
      ${ASK}
      return this.send(message, true);
    }
    return "refused";
  }`),
    verdict: "rewrite",
  },
  {
    name: "option that the second try sets",
    all: sending(`
  async send(message, options = {}) {
    const response = await this.fetch(message);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && !options.isRetry) {
      this.scope = scope;
      ${ASK}
      return this.send(message, { ...options, isRetry: true });
    }
    return "refused";
  }`),
    verdict: "rewrite",
  },
  {
    name: "option by a pattern of the parameter",
    all: sending(`
  async send(message, { isRetry = false } = {}) {
    const response = await this.fetch(message);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (isRetry) return "refused";
      this.scope = scope;
      ${ASK}
      return this.send(message, { isRetry: true });
    }
    return response;
  }`),
    verdict: "rewrite",
  },
  {
    name: "option by a pattern in the body",
    all: sending(`
  async send(message, options = {}) {
    const { attempt = 0 } = options;
    const response = await this.fetch(message);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (attempt === 1) return "refused";
      this.scope = scope;
      ${ASK}
      return this.send(message, { ...options, attempt: attempt + 1 });
    }
    return response;
  }`),
    verdict: "rewrite",
  },
  {
    name: "weak set of requests",
    all: sending(
      `
  async send(message) {
    const response = await this.fetch(message);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (retried.has(message)) throw new Error("again");
      retried.add(message);
      this.scope = scope;
      ${ASK}
      return this.send(message);
    }
    return response;
  }`,
      { module: "const retried = new WeakSet();" },
    ),
    verdict: "rewrite",
  },
  {
    name: "weak map of counts",
    all: sending(
      `
  async send(message) {
    const response = await this.fetch(message);
    const { error, scope } = extractWWWAuthenticateParams(response);
    const count = tries.get(message) ?? 0;
    if (error === "insufficient_scope" && count < 2) {
      tries.set(message, count + 1);
      this.scope = scope;
      ${ASK}
      return this.send(message);
    }
    return "refused";
  }`,
      { module: "const tries = new WeakMap();" },
    ),
    verdict: "rewrite",
  },
  {
    name: "symbol on the request",
    all: sending(
      `
  async send(message) {
    const response = await this.fetch(message);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && !message[RETRIED]) {
      message[RETRIED] = true;
      this.scope = scope;
      ${ASK}
      return this.send(message);
    }
    return "refused";
  }`,
      { module: 'const RETRIED = Symbol("retried");' },
    ),
    verdict: "rewrite",
  },
  {
    name: "property of the request",
    all: sending(`
  async send(message) {
    const response = await this.fetch(message);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (message._retry) throw new Error("again");
      message._retry = true;
      this.scope = scope;
      ${ASK}
      return this.send(message);
    }
    return response;
  }`),
    verdict: "rewrite",
  },
  {
    name: "header of the request",
    all: sending(`
  async send(message) {
    message.headers ??= new Headers();
    const response = await this.fetch(message);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (message.headers.get("x-retry")) throw new Error("again");
      message.headers.set("x-retry", "1");
      this.scope = scope;
      ${ASK}
      return this.send(message);
    }
    return response;
  }`),
    verdict: "rewrite",
  },
  {
    name: "loop of two tries",
    all: sending(`
  async send(message) {
    for (let i = 0; i < 2; i++) {
      const response = await this.fetch(message);
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error !== "insufficient_scope") return response;
      this.scope = scope;
      ${ASK}
    }
    return "refused";
  }`),
    verdict: "rewrite",
  },
  {
    name: "loop over a list of tries",
    all: sending(`
  async send(message) {
    for (const attempt of [1, 2]) {
      const response = await this.fetch(message);
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error !== "insufficient_scope") return response;
      this.scope = scope;
      ${ASK}
      this.attempt = attempt;
    }
    return "refused";
  }`),
    verdict: "rewrite",
  },
  {
    name: "budget that a loop lowers",
    all: sending(`
  async send(message) {
    let left = 2;
    while (left--) {
      const response = await this.fetch(message);
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error === "insufficient_scope") {
        this.scope = scope;
        ${ASK}
        continue;
      }
      return response;
    }
    return "refused";
  }`),
    verdict: "rewrite",
  },
  {
    name: "budget in an endless loop",
    all: sending(`
  async send(message) {
    let left = 2;
    for (;;) {
      const response = await this.fetch(message);
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error !== "insufficient_scope") return response;
      if (!(--left)) return "refused";
      this.scope = scope;
      ${ASK}
    }
  }`),
    verdict: "rewrite",
  },
  {
    name: "budget that the recursive call lowers",
    all: sending(`
  async send(message, left = 2) {
    const response = await this.fetch(message);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (left === 0) return "refused";
      this.scope = scope;
      ${ASK}
      return this.send(message, left - 1);
    }
    return response;
  }`),
    verdict: "rewrite",
  },
];
