import { askedFrom } from "../find/authorization.ts";
import { calleeName } from "../find/calls.ts";
import type { Candidate } from "../find/find.ts";
import { importedFrom } from "../find/imported.ts";
import {
  type Call,
  constantText,
  constantValue,
  isCall,
  isMember,
  isNeverWritten,
  isNothing,
  memberName,
  pathOf,
  unwrap,
} from "../find/syntax.ts";
import type { Code } from "../parse/code.ts";
import { type FunctionNode, isFunction, type Node, startOf } from "../parse/tree.ts";
import { GESTURE, GESTURE_OF_OBJECT, QUEUING, STOPPING, WITHOUT_CONTEXT } from "../rules/names.ts";
import { WINDOW_FEATURES } from "../rules/names-beside.ts";
import { givenIn, givenTo, readFor } from "./changes.ts";
import { impatientDecorator } from "./decorated.ts";
import { listensAnew } from "./listens-anew.ts";
import { resultUse } from "./outside-state.ts";
import { runsOf } from "./runs.ts";
import { bodyOf, type Surroundings } from "./state.ts";
import { touchedBy } from "./touched.ts";
import { waitsBefore, waitsBetween } from "./waits.ts";

/**
 * Whether an `await` before a site would come too late for somebody: for a decorator, for what a browser allows only while it handles an event, or for a sender
 * of events that the handler stops.
 *
 * @param from where the tokens would be read
 */
export function isAwaitedTooLate(code: Code, candidate: Candidate, around: Surroundings, from: Node): boolean {
  if (around.type === "Program") return false;
  // Behind the authorization, the next event comes today as well.
  const until = askedFrom(code, candidate, around);
  if (does(code, around, from, isStop, until) || unsetsListener(code, around, from, until)) return true;
  if (isInTransaction(code, around, from)) return true;
  if (waitsBefore(code, from, around)) return false;
  if (impatientDecorator(code, around)) return true;
  return (
    does(code, around, from, isOfThisTurn) ||
    listensAnew(code, around, from) ||
    readsContext(code, around, from) ||
    isOneTurns(code, around, from)
  );
}

/**
 * Whether a function gathers what comes in one turn: it tests behind the tokens what it has taken away as soon as all that
 * runs now has run, `this.flush ??= Promise.resolve().then(() => { this.flush = undefined; … })`.
 */
function isOneTurns(code: Code, around: FunctionNode, from: Node): boolean {
  const ended = queuedIn(code, around).flatMap((call) =>
    startOf(call) < startOf(from)
      ? []
      : call.arguments.flatMap((each) => (isFunction(each) ? [...givenIn(code, each.body).keys()] : [])),
  );
  if (ended.length === 0) return false;
  return code.tree.own(bodyOf(around), ...TESTING).some((node) => {
    const test = "test" in node ? node.test : node.left;
    const isTest = node.type !== "AssignmentExpression" || /^(?:\?\?|\|\||&&)=$/.test(node.operator);
    return isTest && startOf(node) >= startOf(from) && readFor(code, test, 0).some((path) => ended.includes(path));
  });
}

const TESTING = ["AssignmentExpression", "IfStatement", "ConditionalExpression", "LogicalExpression"] as const;

const queuedIn = (code: Code, around: FunctionNode): readonly Call[] =>
  code.answers.of(queuedIn, around, () =>
    code.tree.own(bodyOf(around), "CallExpression", "OptionalCallExpression").filter((call) => isQueued(code, call)),
  );

/** Whether a call has what it is given run right behind what runs now. */
function isQueued(code: Code, { callee }: Call): boolean {
  if (QUEUING.test(pathOf(code, callee) ?? "")) return true;
  const promise = isMember(callee) && memberName(code, callee) === "then" ? unwrap(callee.object) : undefined;
  return isCall(promise) && pathOf(code, promise.callee) === "Promise.resolve";
}

/**
 * Whether a transaction of IndexedDB is used on both sides of the place, and the function waits between for nothing: such a
 * transaction ends as soon as nothing of the turn asks for more (Indexed Database API 3.0, 2.7.1).
 */
function isInTransaction(code: Code, around: FunctionNode, from: Node): boolean {
  const uses = usesOfTransactions(code, around);
  return uses.some(
    ({ call, begun }) =>
      startOf(call) >= startOf(from) &&
      !waitsBetween(code, around, from, call) &&
      // What waits for a request of the transaction itself keeps it open.
      [begun, ...uses.flatMap((each) => (each.begun === begun ? [each.call] : []))].some(
        (last) => startOf(last) < startOf(from) && !waitsBehind(code, around, last, from),
      ),
  );
}

/** Whether a function waits, between a node and another, for something else than the node gives. */
const waitsBehind = (code: Code, around: FunctionNode, node: Node, until: Node): boolean => {
  const parent = code.tree.parent(node);
  return waitsBetween(code, around, parent?.type === "AwaitExpression" ? parent : node, until);
};

/** The calls on a transaction in a function, with where it began. */
const usesOfTransactions = (code: Code, around: FunctionNode) =>
  code.answers.of(usesOfTransactions, around, () =>
    code.tree.own(bodyOf(around), "CallExpression", "OptionalCallExpression").flatMap((call) => {
      const begun = isMember(call.callee) ? transactionOf(code, call.callee.object, 0) : undefined;
      return begun ? [{ call, begun }] : [];
    }),
  );

const MOST_STEPS = 6;

/** Where the transaction begins that a value is, or is a part of: `db.transaction(…)`, `tx.objectStore(…)`. */
function transactionOf(code: Code, value: Node, depth: number): Node | undefined {
  const node = unwrap(value);
  const next = (inner: Node) => (depth < MOST_STEPS ? transactionOf(code, inner, depth + 1) : undefined);
  if (isMember(node)) return next(node.object);
  if (isCall(node)) {
    if (!isMember(node.callee)) return undefined;
    return memberName(code, node.callee) === "transaction" ? node : next(node.callee.object);
  }
  const made = node.type === "Identifier" ? constantValue(code, node) : undefined;
  return made && next(made);
}

const MOST_CALLS = 2;

/** Whether a function takes a listener off by its property, before it waits for anything: `socket.onmessage = null`. */
function unsetsListener(code: Code, around: FunctionNode, from: Node, until: number): boolean {
  return code.tree.own(bodyOf(around), "AssignmentExpression").some((node) => {
    const isListener = isMember(node.left) && /^on[a-z]/.test(memberName(code, node.left) ?? "");
    const isUnset = isListener && isNothing(node.right);
    return (
      isUnset && startOf(node) >= startOf(from) && startOf(node) < until && !waitsBetween(code, around, from, node)
    );
  });
}

type CallTest = (code: Code, call: Call) => boolean;

const isStop: CallTest = (code, call) =>
  STOPPING.test(calleeName(code, call) ?? "") && resultUse(code, call) === "none" && !isTestedHere(code, call);

/** Whether the function asks the object of a call for more than that: `if (!gate.isOpen()) return; gate.close();`. */
function isTestedHere(code: Code, { callee }: Call): boolean {
  const around = code.tree.functionAround(callee);
  const object = isMember(callee) ? pathOf(code, callee.object) : undefined;
  if (!around || object === undefined) return false;
  return code.tree.own(bodyOf(around), "CallExpression", "OptionalCallExpression").some((call) => {
    const isOfObject = isMember(call.callee) && pathOf(code, call.callee.object) === object;
    return isOfObject && startOf(call) < startOf(callee) && isTest(code, call);
  });
}

/** Whether it is decided by what a call gives. */
function isTest(code: Code, call: Call): boolean {
  const parent = code.tree.parent(call);
  const test = parent?.type === "UnaryExpression" && parent.operator === "!" ? parent : call;
  const statement = code.tree.parent(test);
  return statement?.type === "IfStatement" && statement.test === test;
}

const isOfThisTurn: CallTest = (code, call) => isGesture(code, call) || asksContext(code, call);

const isGesture: CallTest = (code, call) =>
  GESTURE.test(calleeName(code, call) ?? "") ||
  GESTURE_OF_OBJECT.test(pathOf(code, call.callee) ?? "") ||
  opensWindow(code, call);

/** Whether a window is opened by whatever object: `host.open(url, "consent", "width=480,height=640")`. */
const opensWindow: CallTest = (code, call) =>
  calleeName(code, call) === "open" &&
  call.arguments.slice(1).some((each) => WINDOW_FEATURES.test(constantText(code, each) ?? ""));

/**
 * Whether a call gets something of another module for nothing but names and constants, `inject(Dialog)`, `useUser()`: then
 * it takes it from what is set around the call that runs, and may be another's behind an await, or nobody's.
 */
function asksContext(code: Code, call: Call): boolean {
  const use = resultUse(code, call);
  const from = use === "none" || use === "awaited" ? undefined : importedFrom(code, call.callee);
  return (
    from !== undefined && !WITHOUT_CONTEXT.test(from.module) && call.arguments.every((each) => isFixed(code, each))
  );
}

/** Whether a value is the same for all calls: a constant, a name of the module. */
function isFixed(code: Code, value: Node): boolean {
  const node = unwrap(value);
  if (importedFrom(code, node)) return true;
  const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  return binding
    ? binding.scope === code.tree.program && isNeverWritten(code, binding)
    : /^(?:String|Numeric|Boolean|Null|BigInt)Literal$/.test(node.type);
}

/** Whether a function, or what it runs, reads behind the tokens what is set for as long as a call runs. */
function readsContext(code: Code, around: FunctionNode, from: Node): boolean {
  const contexts = contextsOf(code);
  if (contexts.size === 0) return false;
  const isAtOnce = (node: Node) => startOf(node) >= startOf(from) && !waitsBetween(code, around, from, node);
  const { read } = touchedBy(code, bodyOf(around), isAtOnce);
  return [...read].some((path) => contexts.has(path));
}

/** The paths that a function of the file sets around a call of what it is given: `current = user; try { return run(); } finally { … }`. */
const contextsOf = (code: Code): ReadonlySet<string> =>
  code.answers.of(contextsOf, code, () => {
    const found = new Set<string>();
    const calls = new Map<FunctionNode, readonly Call[]>();
    const last = new Map<string, Node>();
    code.tree.walk(code.tree.program, (node) => {
      const around = node.type === "AssignmentExpression" ? code.tree.functionAround(node) : undefined;
      for (const path of around ? givenTo(code, node) : []) {
        const key = `${startOf(around as FunctionNode)} ${path}`;
        const before = last.get(key);
        last.set(key, node);
        if (!before || !around || found.has(path)) continue;
        if (!calls.has(around)) calls.set(around, callsOfGiven(code, around));
        const isAround = (call: Node) => startOf(call) > startOf(before) && startOf(call) < startOf(node);
        if (calls.get(around)?.some(isAround)) found.add(path);
      }
      return undefined;
    });
    return found;
  });

/** The calls of what a function is given that it does not wait for. */
const callsOfGiven = (code: Code, around: FunctionNode): readonly Call[] =>
  code.tree.own(bodyOf(around), "CallExpression", "OptionalCallExpression").filter((call) => {
    const { callee } = call;
    const binding = callee.type === "Identifier" ? code.bindings.resolve(callee) : undefined;
    return binding?.kind === "parameter" && resultUse(code, call) !== "awaited";
  });

/** Whether a function makes such a call, itself or by what it runs, before it waits for anything. */
const does = (code: Code, around: FunctionNode, from: Node, isSuch: CallTest, until = Number.POSITIVE_INFINITY) =>
  doneIn(code, around.body, isSuch, 0).some(
    (call) => startOf(call) >= startOf(from) && startOf(call) < until && !waitsBetween(code, around, from, call),
  );

function doneIn(code: Code, body: Node, isSuch: CallTest, depth: number): readonly Node[] {
  const known = code.answers.of(isSuch, body, (): (readonly Node[])[] => []);
  known[depth] ??= code.tree
    .own(body, "CallExpression", "OptionalCallExpression")
    .filter((call) => isDone(code, call, isSuch, depth));
  return known[depth];
}

function isDone(code: Code, call: Call, isSuch: CallTest, depth: number): boolean {
  const runs = depth < MOST_CALLS ? runsOf(code, call) : [];
  const isWithin = runs.some(({ target }) =>
    doneIn(code, bodyOf(target), isSuch, depth + 1).some((inner) => !waitsBefore(code, inner, target)),
  );
  // What is handed to a function that is not read may run later.
  return isWithin || isSuch(code, call);
}
