import type { Program } from "./programs.ts";

const ASK = "await auth(this.provider, { serverUrl: this.url, scope: this.scope });\nreturn 'asked';";

/** Where a mark is kept, and who makes it. */
export const PLACES: readonly Program[] = [
  {
    name: "time of the last step-up",
    fields: "last = -Infinity;",
    handler: `if (error === "insufficient_scope") {
  const now = Date.now();
  if (now - this.last < 1000) return "too soon";
  this.last = now;
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "time of the last step-up, tested before the evidence",
    fields: "last = -Infinity;",
    handler: `const elapsed = Date.now() - this.last;
if (elapsed < 1000) return "too soon";
if (error === "insufficient_scope") {
  this.last = Date.now();
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "guard of a static field",
    handler: `if (Client.busy) return "busy";
if (error === "insufficient_scope") {
  Client.busy = true;
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "guard of a private field",
    fields: "#busy = false;",
    handler: `if (this.#busy) return "busy";
if (error === "insufficient_scope") {
  this.#busy = true;
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "guard in a closure's variable with a counter object",
    module: "const counter = { left: 1 };",
    handler: `if (counter.left <= 0) return "spent";
if (error === "insufficient_scope") {
  const { left } = counter;
  counter.left = left - 1;
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "mark by a pattern's default",
    handler: `if (this.busy) return "busy";
if (error === "insufficient_scope") {
  ({ busy: this.busy = true } = {});
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "mark by Object.assign on the client",
    handler: `if (this.busy) return "busy";
if (error === "insufficient_scope") {
  Object.assign(this, { busy: true });
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "mark by Reflect.set and test by Reflect.get",
    handler: `if (Reflect.get(this, "busy")) return "busy";
if (error === "insufficient_scope") {
  Reflect.set(this, "busy", true);
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "mark of an inherited method",
    module: "class Base {\n  isBusy() {\n    return this.busy;\n  }\n  begin() {\n    this.busy = true;\n  }\n}",
    all: `import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { Base } from "./base.js";
export class Client extends Base {
  constructor(provider, url) {
    super();
    this.provider = provider;
    this.url = url;
  }
  async onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (this.isBusy()) return "busy";
    if (error === "insufficient_scope") {
      this.begin();
      this.scope = scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return "asked";
    }
    return "refused";
  }
}
`,
    modules: () => ({
      "./base.js": {
        Base: class {
          busy = false;
          isBusy() {
            return this.busy;
          }
          begin() {
            this.busy = true;
          }
        },
      },
    }),
    verdict: "rewrite",
  },
  {
    name: "mark of the super class",
    all: `import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { Base } from "./base.js";
export class Client extends Base {
  constructor(provider, url) {
    super();
    this.provider = provider;
    this.url = url;
  }
  async onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (super.isBusy()) return "busy";
    if (error === "insufficient_scope") {
      super.begin();
      this.scope = scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return "asked";
    }
    return "refused";
  }
}
`,
    modules: () => ({
      "./base.js": {
        Base: class {
          busy = false;
          isBusy() {
            return this.busy;
          }
          begin() {
            this.busy = true;
          }
        },
      },
    }),
    verdict: "rewrite",
  },
  {
    name: "mark given inside a record",
    module: "const begin = ({ state }) => {\n  state.busy = true;\n};",
    fields: "state = { busy: false };",
    handler: `if (this.state.busy) return "busy";
if (error === "insufficient_scope") {
  begin({ state: this.state });
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "mark given inside a record to another module",
    module: 'import { begin } from "./begin.js";',
    modules: () => ({
      "./begin.js": {
        begin: ({ state }: { state: { busy: boolean } }) => {
          state.busy = true;
        },
      },
    }),
    fields: "state = { busy: false };",
    handler: `if (this.state.busy) return "busy";
if (error === "insufficient_scope") {
  begin({ state: this.state });
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "object given to another module that marks it",
    module: 'import { begin } from "./begin.js";',
    modules: () => ({
      "./begin.js": {
        begin: (state: { busy: boolean }) => {
          state.busy = true;
        },
      },
    }),
    fields: "state = { busy: false };",
    handler: `if (this.state.busy) return "busy";
if (error === "insufficient_scope") {
  begin(this.state);
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "client given to another module that marks it",
    module: 'import { begin } from "./begin.js";',
    modules: () => ({
      "./begin.js": {
        begin: (client: { busy: boolean }) => {
          client.busy = true;
        },
      },
    }),
    handler: `if (this.busy) return "busy";
if (error === "insufficient_scope") {
  begin(this);
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "mark by a function of the file that tells",
    module: "let taken = false;\nfunction take() {\n  if (taken) return false;\n  taken = true;\n  return true;\n}",
    handler: `if (error === "insufficient_scope") {
  if (!take()) return "taken";
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
];
