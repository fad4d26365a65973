import type { Modules, Program } from "./programs.ts";

const ASK = "await auth(this.provider, { serverUrl: this.url, scope: this.scope });\nreturn 'asked';";

const LOCK = (): Modules => ({ "./lock.js": { withLock: <T>(run: () => T): T => run() } });
function MARKS(): Modules {
  const retried = new WeakSet<object>();
  return {
    "./marks.js": { markRetried: (one: object) => retried.add(one), wasRetried: (one: object) => retried.has(one) },
  };
}
function STORE(): Modules {
  let state: { retried?: boolean } = {};
  return {
    "./store.js": {
      getState: () => state,
      update: (change: (old: object) => object) => {
        state = change(state);
      },
    },
  };
}

/** Marks that callbacks and other modules make. */
export const CALLBACKS: readonly Program[] = [
  {
    name: "marks of another module",
    module: 'import { markRetried, wasRetried } from "./marks.js";',
    modules: MARKS,
    handler: `if (error === "insufficient_scope") {
  if (wasRetried(this)) return "retried";
  markRetried(this);
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "marks of another module, after the site",
    module: 'import { markRetried, wasRetried } from "./marks.js";',
    modules: MARKS,
    handler: `if (error === "insufficient_scope" && !wasRetried(this)) {
  this.scope = scope;
  markRetried(this);
  ${ASK}
}
return "retried";`,
    verdict: "rewrite",
  },
  {
    name: "marks of a namespace",
    module: 'import { marks } from "./marks.js";',
    modules: () => ({ "./marks.js": { marks: MARKS()["./marks.js"] } }),
    handler: `if (error === "insufficient_scope") {
  if (marks.wasRetried(this)) return "retried";
  marks.markRetried(this);
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "mark of another module made in the test itself",
    module: 'import { tryMark } from "./marks.js";',
    modules: () => {
      const marked = new Set<object>();
      return { "./marks.js": { tryMark: (one: object) => !marked.has(one) && marked.add(one) !== undefined } };
    },
    handler: `if (error === "insufficient_scope") {
  if (!tryMark(this)) return "retried";
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "mark in a callback of an unknown function",
    module: 'import { withLock } from "./lock.js";',
    modules: LOCK,
    handler: `if (error === "insufficient_scope") {
  if (this.busy) return "busy";
  withLock(() => {
    this.busy = true;
  });
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "mark in a callback that is awaited",
    module: 'import { withLock } from "./lock.js";',
    modules: LOCK,
    handler: `if (error === "insufficient_scope") {
  if (this.busy) return "busy";
  this.scope = scope;
  return await withLock(async () => {
    this.busy = true;
    ${ASK}
  });
}`,
    verdict: "rewrite",
  },
  {
    name: "test and mark and site in a callback",
    module: 'import { withLock } from "./lock.js";',
    modules: LOCK,
    handler: `if (error === "insufficient_scope") {
  return await withLock(async () => {
    if (this.busy) return "busy";
    this.busy = true;
    this.scope = scope;
    ${ASK}
  });
}`,
    verdict: "rewrite",
  },
  {
    name: "test before a callback, mark and site in it",
    module: 'import { withLock } from "./lock.js";',
    modules: LOCK,
    handler: `if (error === "insufficient_scope") {
  if (this.busy) return "busy";
  return await withLock(async () => {
    this.busy = true;
    this.scope = scope;
    ${ASK}
  });
}`,
    verdict: "review",
  },
  {
    name: "mark in a microtask",
    handler: `if (error === "insufficient_scope") {
  if (this.busy) return "busy";
  queueMicrotask(() => {
    this.busy = true;
  });
  await undefined;
  this.scope = scope;
  ${ASK}
}`,
    verdict: "review",
  },
  {
    name: "mark by an updater of another module",
    module: 'import { getState, update } from "./store.js";',
    modules: STORE,
    handler: `if (error === "insufficient_scope") {
  if (getState().retried) return "retried";
  update((state) => ({ ...state, retried: true }));
  this.scope = scope;
  ${ASK}
}`,
    verdict: "review",
  },
  {
    name: "mark by a store's method",
    module: 'import { store } from "./store.js";',
    modules: () => {
      const { getState, update } = STORE()["./store.js"] as Record<string, unknown>;
      return { "./store.js": { store: { getState, setState: update } } };
    },
    handler: `if (error === "insufficient_scope") {
  const { retried } = store.getState();
  if (retried) return "retried";
  store.setState((state) => ({ ...state, retried: true }));
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "mark in a loop's callback",
    fields: "locks = [{ taken: false }];",
    handler: `if (error === "insufficient_scope") {
  if (this.locks.some((lock) => lock.taken)) return "taken";
  this.locks.forEach((lock) => {
    lock.taken = true;
  });
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "mark in a callback of forEach on the client",
    handler: `if (error === "insufficient_scope") {
  if (this.busy) return "busy";
  [1].forEach(() => {
    this.busy = true;
  });
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "mark in a function of the handler",
    handler: `if (error === "insufficient_scope") {
  if (this.busy) return "busy";
  const mark = () => {
    this.busy = true;
  };
  mark();
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "mark in a function that is run in place",
    handler: `if (error === "insufficient_scope") {
  if (this.busy) return "busy";
  (() => {
    this.busy = true;
  })();
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "mark that is passed to a wrapper by a method's name",
    module: 'import { withLock } from "./lock.js";',
    modules: LOCK,
    members: "  mark() {\n    this.busy = true;\n  }",
    handler: `if (error === "insufficient_scope") {
  if (this.busy) return "busy";
  withLock(this.mark.bind(this));
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "mark by a method called on the client with call",
    members: "  mark() {\n    this.busy = true;\n  }",
    handler: `if (error === "insufficient_scope") {
  if (this.busy) return "busy";
  this.mark.call(this);
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
];
