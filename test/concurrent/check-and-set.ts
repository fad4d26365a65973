import type { Program } from "./programs.ts";

const ASK = "await auth(this.provider, { serverUrl: this.url, scope: this.scope });\nreturn 'asked';";
const GATE = `class Gate {
  open = true;
  start() {
    const was = this.open;
    this.open = false;
    return was;
  }
}`;

/** Limits that test and mark at once, or by calls. */
export const CHECK_AND_SET: readonly Program[] = [
  {
    name: "result of a gate, copied and tested",
    module: GATE,
    fields: "guard = new Gate();",
    handler: `if (error === "insufficient_scope") {
  const r = this.guard.start();
  if (!r) return "busy";
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "result of a gate, tested in place",
    module: GATE,
    fields: "guard = new Gate();",
    handler: `if (error === "insufficient_scope") {
  if (!this.guard.start()) return "busy";
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "gate with the evidence",
    module: GATE,
    fields: "guard = new Gate();",
    handler: `if (error === "insufficient_scope" && this.guard.start()) {
  this.scope = scope;
  ${ASK}
}
return "busy";`,
    verdict: "rewrite",
  },
  {
    name: "gate of another module that is tested by one method and set by another",
    module: 'import { gate } from "./gate.js";',
    modules: () => {
      let open = true;
      return {
        "./gate.js": {
          gate: {
            isOpen: () => open,
            close: () => {
              open = false;
            },
          },
        },
      };
    },
    handler: `if (error === "insufficient_scope") {
  if (!gate.isOpen()) return "busy";
  gate.close();
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "gate marked by a method whose result is kept",
    module: 'import { gate } from "./gate.js";',
    modules: () => {
      let open = true;
      return {
        "./gate.js": {
          gate: {
            isOpen: () => open,
            close: () => {
              open = false;
              return () => {
                open = true;
              };
            },
          },
        },
      };
    },
    handler: `if (error === "insufficient_scope") {
  if (!gate.isOpen()) return "busy";
  const release = gate.close();
  this.scope = scope;
  try {
    ${ASK}
  } finally {
    release();
  }
}`,
    verdict: "rewrite",
  },
  {
    name: "semaphore tested between the evidence and the site, inside another condition",
    module: GATE,
    fields: "guard = new Gate();",
    handler: `if (error === "insufficient_scope") {
  if (scope && this.guard.start()) {
    this.scope = scope;
    ${ASK}
  }
  return "busy";
}`,
    verdict: "rewrite",
  },
  {
    name: "set of answered challenges",
    fields: "seen = new Set();",
    handler: `if (error === "insufficient_scope") {
  const key = scope;
  if (this.seen.has(key)) return "seen";
  this.seen.add(key);
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "set of the module",
    module: "const seen = new Set();",
    handler: `if (error === "insufficient_scope") {
  if (seen.has(scope)) return "seen";
  this.scope = scope;
  seen.add(scope);
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "counter raised in the test",
    fields: "attempts = 0;",
    handler: `if (error === "insufficient_scope") {
  if (this.attempts++ > 0) throw new Error("too many");
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "counter raised first in the test",
    fields: "attempts = 0;",
    handler: `if (error === "insufficient_scope") {
  if (++this.attempts > 1) throw new Error("too many");
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "budget of the module lowered in the test",
    module: "let left = 2;",
    handler: `if (error === "insufficient_scope") {
  if (!(--left)) throw new Error("too many");
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "budget lowered in a loop's test",
    module: "let left = 1;",
    handler: `if (error === "insufficient_scope") {
  while (left-- > 0) {
    this.scope = scope;
    ${ASK}
  }
  return "spent";
}`,
    verdict: "rewrite",
  },
  {
    name: "counter raised beside the evidence",
    fields: "attempts = 0;",
    handler: `if (error === "insufficient_scope" && this.attempts++ < 1) {
  this.scope = scope;
  ${ASK}
}
return "spent";`,
    verdict: "rewrite",
  },
  {
    name: "promise kept once, by an operand",
    handler: `if (error === "insufficient_scope") {
  this.scope = scope;
  this.lock = this.lock ?? auth(this.provider, { serverUrl: this.url, scope: this.scope });
  await this.lock;
  return "asked";
}`,
    verdict: "rewrite",
  },
  {
    name: "promise kept once, by an operator",
    handler: `if (error === "insufficient_scope") {
  this.scope = scope;
  this.lock ||= auth(this.provider, { serverUrl: this.url, scope: this.scope });
  await this.lock;
  return "asked";
}`,
    verdict: "rewrite",
  },
  {
    name: "promise kept once, as a lock before the site",
    module: "let lock;",
    handler: `if (error === "insufficient_scope") {
  const first = !lock;
  lock = lock ?? new Promise((resolve) => setTimeout(resolve, 30));
  if (!first) {
    await lock;
    return "waited";
  }
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "promise kept once, by a conditional",
    handler: `if (error === "insufficient_scope") {
  this.scope = scope;
  this.lock = this.lock ? this.lock : auth(this.provider, { serverUrl: this.url, scope: this.scope });
  await this.lock;
  return "asked";
}`,
    verdict: "rewrite",
  },
  {
    name: "exchange of the flag",
    handler: `if (error === "insufficient_scope") {
  const was = this.busy;
  this.busy = true;
  if (was) return "busy";
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "assignment in the test",
    handler: `if (error === "insufficient_scope") {
  let before;
  if ((before = this.last, this.last = scope, before === scope)) return "tried";
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "array of answered challenges",
    fields: "tried = [];",
    handler: `if (error === "insufficient_scope") {
  if (this.tried.includes(scope)) return "tried";
  this.tried.push(scope);
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "array by its length",
    fields: "tried = [];",
    handler: `if (error === "insufficient_scope") {
  if (this.tried.length >= 1) return "tried";
  this.tried[this.tried.length] = scope;
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "budget in a list that is taken from",
    fields: "budget = [1];",
    handler: `if (error === "insufficient_scope") {
  if (!this.budget.pop()) return "spent";
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "set that tells by deleting",
    fields: 'allowed = new Set(["admin"]);',
    handler: `if (error === "insufficient_scope") {
  if (!this.allowed.delete("admin")) return "spent";
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
];
