import type { Program } from "./programs.ts";

const ASK = "await auth(this.provider, { serverUrl: this.url, scope: this.scope });\nreturn 'asked';";

/** Marks in objects that have several names. */
export const ALIASES: readonly Program[] = [
  {
    name: "child written after its parent was given to a test of the file",
    module: "const isDone = (state) => state.done;",
    fields: "state = { done: false };",
    handler: `if (error === "insufficient_scope") {
  if (isDone(this.state)) return "done";
  this.scope = scope;
  this.state.done = true;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "child written after its parent was given to a test of another file",
    module: 'import { isDone } from "./state.js";',
    modules: () => ({ "./state.js": { isDone: (state: { done: boolean }) => state.done } }),
    fields: "state = { done: false };",
    handler: `if (error === "insufficient_scope") {
  if (isDone(this.state)) return "done";
  this.state.done = true;
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "field written after the client itself was given to a test",
    module: 'import { isDone } from "./state.js";',
    modules: () => ({ "./state.js": { isDone: (state: { done: boolean }) => state.done } }),
    handler: `if (error === "insufficient_scope") {
  if (isDone(this)) return "done";
  this.done = true;
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "set taken from the client by a pattern",
    fields: "pending = new Set();",
    handler: `if (error === "insufficient_scope") {
  const { pending } = this;
  if (pending.has(scope)) return "pending";
  pending.add(scope);
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "set taken from the client before the evidence",
    fields: "pending = new Set();",
    handler: `const { pending } = this;
if (error === "insufficient_scope") {
  if (pending.has(scope)) return "pending";
  pending.add(scope);
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "set with a name of its own",
    fields: "pending = new Set();",
    handler: `if (error === "insufficient_scope") {
  const p = this.pending;
  if (p.has(scope)) return "pending";
  p.add(scope);
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "set tested by its name and marked by the field",
    fields: "pending = new Set();",
    handler: `if (error === "insufficient_scope") {
  const p = this.pending;
  if (p.has(scope)) return "pending";
  this.pending.add(scope);
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "set tested by the field and marked by its name",
    fields: "pending = new Set();",
    handler: `if (error === "insufficient_scope") {
  if (this.pending.has(scope)) return "pending";
  const { pending: mine } = this;
  mine.add(scope);
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "set taken by a nested pattern",
    fields: "state = { pending: new Set() };",
    handler: `if (error === "insufficient_scope") {
  const { state: { pending } } = this;
  if (pending.has(scope)) return "pending";
  pending.add(scope);
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "set taken by a pattern of a field, marked by the whole path",
    fields: "state = { pending: new Set() };",
    handler: `if (error === "insufficient_scope") {
  const { pending } = this.state;
  if (pending.has(scope)) return "pending";
  this.state.pending.add(scope);
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "record of the session with a name",
    fields: "session = { done: false };",
    handler: `if (error === "insufficient_scope") {
  const session = this.session;
  if (session.done) return "done";
  session.done = true;
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "record of the session, tested by the field",
    fields: "session = { done: false };",
    handler: `if (error === "insufficient_scope") {
  if (this.session.done) return "done";
  const { session } = this;
  session.done = true;
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "client with a name",
    handler: `const self = this;
if (error === "insufficient_scope") {
  if (self.done) return "done";
  this.done = true;
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "record of a map that is made where there is none",
    fields: "sessions = new Map();",
    handler: `if (error === "insufficient_scope") {
  let session = this.sessions.get(this.url);
  if (!session) this.sessions.set(this.url, (session = { done: false }));
  if (session.done) return "done";
  session.done = true;
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "name given by an assignment",
    fields: "pending = new Set();",
    handler: `let p;
if (error === "insufficient_scope") {
  p = this.pending;
  if (p.has(scope)) return "pending";
  p.add(scope);
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "record replaced as a whole",
    fields: "state = { done: false };",
    handler: `if (error === "insufficient_scope") {
  if (this.state.done) return "done";
  this.state = { ...this.state, done: true };
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "keyed by the address",
    fields: "done = {};",
    handler: `if (error === "insufficient_scope") {
  if (this.done[this.url]) return "done";
  this.done[this.url] = true;
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "keyed by something computed",
    fields: "done = {};",
    handler: `if (error === "insufficient_scope") {
  if (this.done[this.url + scope]) return "done";
  this.done[this.url + scope] = true;
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
  {
    name: "keyed by something computed, tested by in",
    fields: "done = {};",
    handler: `if (error === "insufficient_scope") {
  if (scope in this.done) return "done";
  this.done[\`\${scope}\`] = true;
  this.scope = scope;
  ${ASK}
}`,
    verdict: "rewrite",
  },
];
