import { getterOf } from "../find/accessors.ts";
import { calleeName } from "../find/calls.ts";
import { factsAt } from "../find/dominance.ts";
import type { Candidate } from "../find/find.ts";
import { calledFunction } from "../find/functions.ts";
import { meets } from "../find/kinds.ts";
import { methodOf } from "../find/library/lookup.ts";
import { assignmentAround, destructuredNames } from "../find/patterns.ts";
import { type Call, isCall, isMember, unwrap } from "../find/syntax.ts";
import { isPropertyName } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { covers, endOf, type FunctionNode, isFunction, type Node, startOf } from "../parse/tree.ts";
import { ENSURING } from "../rules/names.ts";
import { type Chain, chainsOf, ENTRY, seenByCaller } from "./chains.ts";
import { keysAskedElsewhere, resultUse } from "./outside-state.ts";
import { runsOf } from "./runs.ts";
import { bodyOf, MOST_CALLS, type Surroundings } from "./state.ts";
import { readKeys, type StateKey } from "./state-keys.ts";

/** A read of state in a test. */
export interface StateTest {
  readonly read: Node;
  readonly key: StateKey;
}

/** The first read of some state, before an offset, in a test on the way to a site. */
export function firstTestOf(
  code: Code,
  candidate: Candidate,
  around: Surroundings,
  keys: ReadonlySet<StateKey>,
  before: number,
): StateTest | undefined {
  let first: StateTest | undefined;
  const isOfSite = around.type !== "Program" && covers(around, candidate.node);
  const { tests, byKey } = testsIn(code, around);
  const touched = new Set([...keys].flatMap((key) => byKey.get(key) ?? []));
  for (const index of [...touched].sort((a, b) => a - b)) {
    const { node, reads } = tests[index] as Test;
    if (isOfSite && startOf(node) >= endOf(candidate.node)) break;
    for (const [key, read] of reads) {
      if (!keys.has(key) || startOf(read) >= before || (first && startOf(first.read) <= startOf(read))) continue;
      if (meets(factsAt(code, read).kinds, candidate.facts.kinds)) first = { read, key };
    }
  }
  return first;
}

/** What is read of each piece of state: the first read in a test. */
type Reads = ReadonlyMap<StateKey, Node>;

interface Test {
  /** The node that decides. */
  readonly node: Node;
  readonly reads: Reads;
}

/** The tests in a function in source order, and the positions of those that read some state. */
interface Tests {
  readonly tests: readonly Test[];
  readonly byKey: ReadonlyMap<StateKey, readonly number[]>;
}

const testsKnown = (code: Code) => code.answers.about<Surroundings, Tests>(testsKnown);

/** The tests in a function, and those that read some state. */
export function testsIn(code: Code, around: Surroundings): Tests {
  const known = testsKnown(code).get(around);
  if (known) return known;
  const tests: Test[] = [];
  const byKey = new Map<StateKey, number[]>();
  for (const node of code.tree.own(bodyOf(around), ...DECIDING)) {
    const parent = code.tree.parent(node);
    // The left side of a chain is looked at with the chain.
    const isInChain = parent?.type === "LogicalExpression" && parent.left === node;
    const isAssertion = isCall(node) && resultUse(code, node) === "none" && mayThrow(code, node);
    const test = isAssertion ? node : isInChain ? undefined : testOf(node);
    if (!test) continue;
    const reads = readsIn(code, test, 0);
    for (const key of reads.keys()) {
      const positions = byKey.get(key);
      if (positions) positions.push(tests.length);
      else byKey.set(key, [tests.length]);
    }
    tests.push({ node, reads });
  }
  const found = { tests, byKey };
  testsKnown(code).set(around, found);
  return found;
}

/** The nodes that decide: those for which `testOf` knows a test, and calls, which may throw. */
const DECIDING = [
  "IfStatement",
  "ConditionalExpression",
  "WhileStatement",
  "ForStatement",
  "ForOfStatement",
  "SwitchStatement",
  "SwitchCase",
  "LogicalExpression",
  "AssignmentExpression",
  "CallExpression",
  "OptionalCallExpression",
] as const;

/** Whether a call is there to throw where something does not hold: `assert(!this.busy)`, `this.refuseWhileBusy()`. */
function mayThrow(code: Code, call: Call): boolean {
  if (ENSURING.test(calleeName(code, call) ?? "")) return true;
  const target = calledFunction(code, call);
  return target !== undefined && code.tree.own(target.body, "ThrowStatement").length > 0;
}

/** The expression on which a node decides. */
function testOf(node: Node): Node | null | undefined {
  switch (node.type) {
    case "IfStatement":
    case "ConditionalExpression":
    case "WhileStatement":
    case "ForStatement":
    case "SwitchCase":
      return node.test;
    case "ForOfStatement":
      return node.right;
    case "SwitchStatement":
      return node.discriminant;
    case "LogicalExpression":
      return node.left;
    case "AssignmentExpression":
      // `pending ??= …` tests and marks at once.
      return /^(?:\?\?|\|\||&&)=$/.test(node.operator) ? node.left : undefined;
    default:
      return undefined;
  }
}

/** @param depth how many copies and calls lie between a test and what is looked at */
function readsIn(code: Code, test: Node, depth: number): Reads {
  const reads = new Map<StateKey, Node>();
  const add = (key: StateKey, at: Node) => {
    const known = reads.get(key);
    if (!known || startOf(at) < startOf(known)) reads.set(key, at);
  };
  code.tree.walk(test, (node) => {
    if (isFunction(node)) return false;
    for (const { chain, key, isWhole, at } of readsAt(code, node, depth))
      for (const each of chain ? readKeys(chain, isWhole) : [key]) add(each, at);
    return undefined;
  });
  return reads;
}

/** A read of what a chain leads to, or of state that is known by a key alone; and where it is made. */
type Read = { readonly at: Node } & (
  | { readonly chain: Chain; readonly isWhole: boolean; readonly key?: undefined }
  | { readonly chain?: undefined; readonly isWhole?: undefined; readonly key: StateKey }
);

function readsAt(code: Code, node: Node, depth: number): Read[] {
  const parent = code.tree.parent(node);
  const found: Read[] = [];
  const isRead = node.type === "Identifier" || isMember(node) || node.type === "ThisExpression";
  if (isRead && !isPropertyName(node, parent) && !isAssigned(node, parent)) {
    const isWhole = isTakenWhole(code, node, parent);
    const entry = isAskedForEntry(code, node, parent) ? [ENTRY] : [];
    for (const chain of chainsOf(code, node))
      found.push({ at: node, chain: { ...chain, names: [...chain.names, ...entry] }, isWhole });
  }
  if (isCall(node) && !calledFunction(code, node))
    for (const key of keysAskedElsewhere(code, node)) found.push({ at: node, key });
  if (depth > MOST_CALLS) return found;
  if (node.type === "Identifier") return [...found, ...readsOfCopy(code, node, depth)];
  const getter = isMember(node) ? getterOf(code, node) : undefined;
  const runs = getter ? [{ target: getter, given: new Map() }] : runsOf(code, node);
  for (const { target, given } of runs) {
    for (const read of readsOf(code, target, depth + 1)) {
      if (!read.chain) found.push({ ...read, at: node });
      else for (const chain of seenByCaller(read.chain, given)) found.push({ ...read, chain, at: node });
    }
  }
  return found;
}

/** What reads have in common that are as good as one. */
const keyOf = (read: Read): string => (read.chain ? readKeys(read.chain, read.isWhole).join() : read.key);

const isAssigned = (node: Node, parent: Node | undefined): boolean =>
  parent?.type === "AssignmentExpression" && parent.operator === "=" && parent.left === node;

/** Whether what is done with an object may look at anything in it: a call that gets it, one of its own methods. */
function isTakenWhole(code: Code, node: Node, parent: Node | undefined): boolean {
  switch (parent?.type) {
    case "CallExpression":
    case "OptionalCallExpression":
      // What a request is given is sent, not tested.
      return parent.callee !== node && !calledFunction(code, parent) && resultUse(code, parent) !== "awaited";
    case "NewExpression":
    case "SpreadElement":
      return true;
    case "BinaryExpression":
      return parent.operator === "in" && parent.right === node;
    case "MemberExpression":
    case "OptionalMemberExpression": {
      if (parent.object !== node || node.type === "ThisExpression") return false;
      const call = code.tree.parent(parent);
      if (methodOf(code, parent)?.entry) return false;
      return isCall(call) && call.callee === parent && !calledFunction(code, call);
    }
    default:
      return false;
  }
}

/** Whether an object is a collection that is asked for its entries: for one, or for one after the other. */
function isAskedForEntry(code: Code, node: Node, parent: Node | undefined): boolean {
  if (parent?.type === "ForOfStatement") return parent.right === node;
  if (!isMember(parent) || parent.object !== node || !methodOf(code, parent)?.entry) return false;
  const call = code.tree.parent(parent);
  return isCall(call) && call.callee === parent;
}

const readsKnown = (code: Code, depth: number) =>
  code.answers.of(readsKnown, depth, () => new Map<FunctionNode, readonly Read[]>());

/** What a function looks at that its caller may see. */
function readsOf(code: Code, target: FunctionNode, depth: number): readonly Read[] {
  const known = readsKnown(code, depth);
  const found = known.get(target);
  if (found) return found;
  // A function that runs itself looks at no more by that.
  known.set(target, []);
  const all = new Map<string, Read>();
  code.tree.walkOwn(target.body, (node) => {
    for (const read of readsAt(code, node, depth)) all.set(keyOf(read), read);
    return undefined;
  });
  const list = [...all.values()];
  known.set(target, list);
  return list;
}

/** What was read for a copy of the state, which is as old as its making. */
function readsOfCopy(code: Code, node: Node, depth: number): Read[] {
  const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  const declaration = binding?.declaration;
  if (binding?.kind !== "variable" || declaration?.type !== "VariableDeclarator") return [];
  const copied = (pattern: Node, name: Node, value: Node): Read[] => {
    if (isFunction(unwrap(value)) || name.type !== "Identifier") return [];
    const names = destructuredNames(code, pattern, { identifier: name });
    const taken = chainsOf(code, value).map((chain) => ({ ...chain, names: [...chain.names, ...names] }));
    const own = names.length === 0 ? [] : taken.map((chain) => ({ at: pattern, chain, isWhole: false }));
    const inner = new Map<string, Read>();
    code.tree.walk(value, (part) => {
      if (isFunction(part)) return false;
      for (const read of readsAt(code, part, depth + 1)) {
        const key = keyOf(read);
        const known = inner.get(key);
        if (!known || startOf(read.at) < startOf(known.at)) inner.set(key, read);
      }
      return undefined;
    });
    return [...own, ...inner.values()];
  };
  const first = declaration.init ? copied(declaration.id, binding.identifier, declaration.init) : [];
  const later = (code.bindings.writes(binding) ?? []).slice(0, MOST_COPIES).flatMap((write) => {
    const assignment = assignmentAround(code, write);
    return assignment ? copied(assignment.left, write, assignment.right) : [];
  });
  return [...first, ...later];
}

/** More assignments than a copy of the state has. */
const MOST_COPIES = 4;
