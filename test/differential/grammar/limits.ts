import { type Challenge, type Container, type Limit, REFUSE, type Table } from "./pieces.ts";

type MakeLimit = (challenge: Challenge, container: Container) => Limit;

const refuseIf = (condition: string): string[] => [`if (${condition}) ${REFUSE}`];

/** Limits that count, or keep what came. */
export const COUNTING_LIMITS: Table<MakeLimit> = {
  none: () => ({}),
  "tries, as a parameter": () => ({
    parameter: "tries = 0",
    argument: "tries",
    pass: "tries + 1",
    test: refuseIf("tries >= 2"),
  }),
  "tries, as a field": () => ({
    fields: ["private tries = 0;"],
    test: refuseIf("this.tries >= 2"),
    mark: ["this.tries++;"],
    clear: ["this.tries = 0;"],
  }),
  "last header": ({ header }) => ({
    fields: ["private last?: string | null;"],
    test: refuseIf(`this.last === ${header}`),
    mark: [`this.last = ${header};`],
    clear: ["this.last = undefined;"],
  }),
  "last challenge": ({ scope }) => ({
    fields: ["private last?: string;"],
    test: refuseIf(`this.last !== undefined && this.last === ${scope}`),
    mark: [`this.last = ${scope};`],
    clear: ["this.last = undefined;"],
  }),
  "set of challenges": ({ scope }) => ({
    fields: ["private readonly seen = new Set<string | undefined>();"],
    test: refuseIf(`this.seen.has(${scope})`),
    mark: [`this.seen.add(${scope});`],
  }),
  "mark on the message": () => ({ test: refuseIf("message.retried"), mark: ["message.retried = true;"] }),
  "set of messages": () => ({
    fields: ["private readonly retried = new WeakSet<Message>();"],
    test: refuseIf("this.retried.has(message)"),
    mark: ["this.retried.add(message);"],
  }),
};

/** Limits of one step-up at a time, whose mark is made in many ways. */
export const MARKING_LIMITS: Table<MakeLimit> = {
  "busy field": () => busy(["this.busy = true;"]),
  "busy field by a method": () => ({
    ...busy(["this.enter();"]),
    members: ["private enter(): void {\nthis.busy = true;\n}"],
  }),
  "busy field by methods": () => ({
    ...busy(["this.enter();"]),
    test: refuseIf("this.isBusy()"),
    members: ["private enter(): void {\nthis.busy = true;\n}", "private isBusy(): boolean {\nreturn this.busy;\n}"],
  }),
  "busy by accessors": () => ({
    fields: ["private held = false;"],
    members: [
      "private get busy(): boolean {\nreturn this.held;\n}\nprivate set busy(value: boolean) {\nthis.held = value;\n}",
    ],
    test: refuseIf("this.busy"),
    mark: ["this.busy = true;"],
    clear: ["this.busy = false;"],
  }),
  "busy field by an event": () => ({
    ...busy(['this.events.dispatchEvent(new Event("enter"));']),
    fields: ["private busy = false;", "private readonly events = new EventTarget();"],
    constructing: ['this.events.addEventListener("enter", () => {\nthis.busy = true;\n});'],
  }),
  "busy field by an emitter": () => ({
    ...busy(['this.emitter.emit("enter");']),
    module: 'import { EventEmitter } from "node:events";',
    fields: ["private busy = false;", "private readonly emitter = new EventEmitter();"],
    constructing: ['this.emitter.on("enter", () => {\nthis.busy = true;\n});'],
  }),
  "busy field by a callback": () => ({
    ...busy(["this.onEnter();"]),
    fields: ["private busy = false;", "private onEnter: () => void = () => {};"],
    constructing: ["this.onEnter = () => {\nthis.busy = true;\n};"],
  }),
  "busy field by call": () => ({
    ...busy(["enter.call(this);"]),
    module: "function enter(this: { busy: boolean }): void {\nthis.busy = true;\n}",
    fields: ["busy = false;"],
  }),
  "busy in a function of the module": () => ({
    ...busy(["mark(this.stepping);"]),
    module: "interface State { busy: boolean }\nfunction mark(one: State): void {\none.busy = true;\n}",
    fields: ["private readonly stepping: State = { busy: false };"],
    test: refuseIf("this.stepping.busy"),
    clear: ["this.stepping.busy = false;"],
  }),
  "busy in the superclass": () => ({
    ...busy(["super.enter();"]),
    fields: [],
    module: "class Base {\nprotected busy = false;\nprotected enter(): void {\nthis.busy = true;\n}\n}",
  }),
  "busy in a lock": () => ({
    module:
      "class Lock {\nheld = false;\ntake(): boolean {\nif (this.held) return false;\nthis.held = true;\nreturn true;\n}\nrelease(): void {\nthis.held = false;\n}\n}",
    fields: ["private readonly lock = new Lock();"],
    test: refuseIf("!this.lock.take()"),
    clear: ["this.lock.release();"],
  }),
  "busy by a getter": () => ({
    fields: ["private held = false;"],
    members: ["private get entering(): boolean {\nconst was = this.held;\nthis.held = true;\nreturn was;\n}"],
    test: refuseIf("this.entering"),
    clear: ["this.held = false;"],
  }),
};

function busy(mark: readonly string[]): Limit {
  return { fields: ["private busy = false;"], test: refuseIf("this.busy"), mark, clear: ["this.busy = false;"] };
}

const NORMALIZE =
  'function normalize(scope: string | undefined): string {\nreturn (scope ?? "").split(" ").sort().join(" ");\n}';
const SAME = "function isSame(a: string | undefined, b: string | undefined): boolean {\nreturn a === b;\n}";

/** Limits that compare what is kept with what is challenged: a union ends none of them. */
export const COMPARING_LIMITS: Table<MakeLimit> = {
  "compares the scopes": ({ scope }, { read }) => ({ test: refuseIf(`${read} === ${scope}`) }),
  "compares the scopes, turned": ({ scope }, { read }) => ({ test: refuseIf(`${scope} === ${read}`) }),
  "compares by Object.is": ({ scope }, { read }) => ({ test: refuseIf(`Object.is(${read}, ${scope})`) }),
  "compares normalized": ({ scope }, { read }) => ({
    module: NORMALIZE,
    test: refuseIf(`normalize(${read}) === normalize(${scope})`),
  }),
  "compares by a function": ({ scope }, { read }) => ({ module: SAME, test: refuseIf(`isSame(${read}, ${scope})`) }),
  "compares by a method": ({ scope }, { read }) => ({
    members: [`private isAsked(scope: string | undefined): boolean {\nreturn ${read} === scope;\n}`],
    test: refuseIf(`this.isAsked(${scope})`),
  }),
  "compares by localeCompare": ({ scope }, { read }) => ({
    test: refuseIf(`(${read} ?? "").localeCompare(${scope} ?? "") === 0`),
  }),
  "compares by JSON": ({ scope }, { read }) => ({
    test: refuseIf(`JSON.stringify([${read}]) === JSON.stringify([${scope}])`),
  }),
  "compares by template": ({ scope }, { read }) => ({ test: refuseIf(`\`\${${read}}\` === \`\${${scope}}\``) }),
  "compares lists": ({ scope }, { read }) => ({
    test: refuseIf(`(${scope} ?? "").split(" ").every((one) => (${read} ?? "").split(" ").includes(one))`),
  }),
  "compares by includes": ({ scope }, { read }) => ({ test: refuseIf(`[${read}].includes(${scope})`) }),
  "compares by switch": ({ scope }, { read }) => ({ test: [`switch (${read}) {`, `case ${scope}:`, REFUSE, "}"] }),
  "compares by length": ({ scope }, { read }) => ({
    test: refuseIf(`${read} !== undefined && ${read}.length === ${scope}?.length`),
  }),
  "compares a copy": ({ scope }, { read }) => ({
    test: [`const before = ${read};`, ...refuseIf(`before === ${scope}`)],
  }),
  "compares what was kept after the write": ({ scope }, { read }) => ({
    fields: ["private last?: string;"],
    test: refuseIf(`this.last !== undefined && this.last === ${scope}`),
    mark: [`this.last = ${read};`],
  }),
  "set of what was kept": ({ scope }, { read }) => ({
    fields: ["private readonly seen = new Set<string | undefined>();"],
    test: refuseIf(`this.seen.has(${scope})`),
    mark: [`this.seen.add(${read});`],
  }),
  "compares after the authorization": ({ scope }, { read }) => ({
    test: [`const before = ${read};`],
    after: refuseIf(`before === ${scope}`),
  }),
  "compares a parameter": ({ scope }, { read }) => ({
    parameter: "tried?: string",
    argument: "tried",
    pass: read,
    test: refuseIf(`tried !== undefined && tried === ${scope}`),
  }),
};
