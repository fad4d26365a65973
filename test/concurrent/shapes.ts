import type { Program } from "./programs.ts";

const ASK = "await auth(this.provider, { serverUrl: this.url, scope: this.scope });\nreturn 'asked';";

/** Where a test, a mark and the site stand. */
export const SHAPES: readonly Program[] = [
  {
    name: "guard in the negated test of the evidence",
    handler: `if (error !== "insufficient_scope" || this.done) throw new Error("forbidden");
this.done = true;
this.scope = scope;
${ASK}`,
    verdict: "rewrite",
  },
  {
    name: "guard before the evidence in the negated test",
    handler: `if (this.done || error !== "insufficient_scope") throw new Error("forbidden");
this.done = true;
this.scope = scope;
${ASK}`,
    verdict: "rewrite",
  },
  {
    name: "negation of a chain",
    handler: `if (!(error === "insufficient_scope" && !this.done)) throw new Error("forbidden");
this.scope = scope;
this.done = true;
${ASK}`,
    verdict: "rewrite",
  },
  {
    name: "guard and evidence with the status",
    handler: `if (response.status !== 403 || error !== "insufficient_scope" || this.done) return "refused";
this.scope = scope;
this.done = true;
${ASK}`,
    verdict: "rewrite",
  },
  {
    name: "evidence by a member of the challenge",
    all: `import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
export class Client {
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
  }
  async onRefused(response) {
    const challenge = extractWWWAuthenticateParams(response);
    if (this.done) return "done";
    if (challenge && challenge.error === "insufficient_scope") {
      this.done = true;
      this.scope = challenge.scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return "asked";
    }
    return "refused";
  }
}
`,
    verdict: "rewrite",
  },
  {
    name: "evidence by a flag",
    handler: `const stepUp = error === "insufficient_scope";
if (this.done) return "done";
if (stepUp) {
  this.done = true;
  this.scope = scope;
  ${ASK}
}
return "refused";`,
    verdict: "review",
  },
  {
    name: "evidence in a switch behind the guard",
    handler: `if (this.done) return "done";
switch (error) {
  case "insufficient_scope":
    this.done = true;
    this.scope = scope;
    ${ASK}
  default:
    return "refused";
}`,
    verdict: "review",
  },
  {
    name: "guard in a switch over the state",
    fields: 'state = "idle";',
    handler: `if (error === "insufficient_scope") {
  switch (this.state) {
    case "idle":
      this.state = "busy";
      this.scope = scope;
      ${ASK}
    default:
      return "busy";
  }
}`,
    verdict: "rewrite",
  },
  {
    name: "guard as a conditional expression",
    handler: `return error === "insufficient_scope" && !this.done ? ((this.done = true), (this.scope = scope), await auth(this.provider, { serverUrl: this.url, scope: this.scope }), "asked") : "refused";`,
    verdict: "rewrite",
  },
  {
    name: "guard in a chain",
    handler: `error === "insufficient_scope" && !this.done && ((this.done = true), (this.scope = scope), await auth(this.provider, { serverUrl: this.url, scope: this.scope }));
return "end";`,
    verdict: "rewrite",
  },
  {
    name: "mark in a finally",
    handler: `if (error === "insufficient_scope") {
  if (this.done) return "done";
  try {
    this.scope = scope;
  } finally {
    this.done = true;
  }
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "guard inside a try",
    handler: `try {
  if (error === "insufficient_scope" && !this.done) {
    this.done = true;
    this.scope = scope;
    ${ASK}
  }
} finally {
  this.ended = true;
}
return "refused";`,
    verdict: "rewrite",
  },
  {
    name: "guard of the caller, mark in the method",
    members: `  async stepUp(scope) {
    this.scope = scope;
    this.done = true;
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }`,
    handler: `if (error === "insufficient_scope" && !this.done) {
  await this.stepUp(scope);
  return "asked";
}
return "refused";`,
    verdict: "review",
  },
  {
    name: "promise that is kept by the caller",
    members: `  async stepUp(scope) {
    this.scope = scope;
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }`,
    handler: `if (error === "insufficient_scope") {
  this.pending ??= this.stepUp(scope);
  await this.pending;
  return "asked";
}`,
    verdict: "review",
  },
  {
    name: "promise that is kept by the caller and let go",
    members: `  async stepUp(scope) {
    this.scope = scope;
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }`,
    handler: `if (error === "insufficient_scope") {
  this.pending ??= this.stepUp(scope).finally(() => {
    this.pending = undefined;
  });
  await this.pending;
  return "asked";
}`,
    verdict: "review",
  },
  {
    name: "promise of an immediate function",
    handler: `if (error === "insufficient_scope") {
  if (!this.pending) {
    this.pending = (async () => {
      this.scope = scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      this.pending = undefined;
    })();
  }
  await this.pending;
  return "asked";
}`,
    verdict: "rewrite",
  },
  {
    name: "mutex that is waited for",
    module: 'import { Mutex } from "./mutex.js";',
    modules: () => ({
      "./mutex.js": {
        Mutex: class {
          last = Promise.resolve();
          held = false;
          isLocked() {
            return this.held;
          }
          acquire() {
            this.held = true;
            const before = this.last;
            let release = () => {};
            this.last = new Promise((resolve) => {
              release = () => {
                this.held = false;
                resolve();
              };
            });
            return before.then(() => release);
          }
        },
      },
    }),
    fields: "mutex = new Mutex();",
    handler: `if (error === "insufficient_scope") {
  if (this.mutex.isLocked()) return "locked";
  const release = await this.mutex.acquire();
  try {
    this.scope = scope;
    ${ASK}
  } finally {
    release();
  }
}`,
    verdict: "rewrite",
  },
  {
    name: "the scope itself is the mark",
    handler: `if (error === "insufficient_scope" && this.scope !== scope) {
  this.scope = scope;
  ${ASK}
}
return "refused";`,
    verdict: "review",
  },
  {
    name: "field of a mark beside the evidence, in a condition with await",
    handler: `if (error === "insufficient_scope" && (await response.ready, !this.done)) {
  this.done = true;
  this.scope = scope;
  ${ASK}
}
return "refused";`,
    verdict: "rewrite",
  },
  {
    name: "guard by the test of a case",
    handler: `switch (true) {
  case this.done:
    return "done";
  case error === "insufficient_scope":
    this.done = true;
    this.scope = scope;
    ${ASK}
}
return "refused";`,
    verdict: "review",
  },
  {
    name: "guard and evidence in the test of a case",
    handler: `switch (true) {
  case error === "insufficient_scope" && !this.done:
    this.done = true;
    this.scope = scope;
    ${ASK}
}
return "refused";`,
    verdict: "review",
  },
];
