import type * as t from "@babel/types";
import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { covers, endOf, isFunction, isLoop, type Node, startOf } from "../parse/tree.ts";
import { hasAccessor } from "./accessors.ts";
import { truthOf } from "./conditions.ts";
import { factsAt } from "./dominance.ts";
import { both, either, type Facts, isNever, NEVER, NOTHING } from "./facts.ts";
import { keptFieldTruth } from "./kept-flags.ts";
import { ANY, INSUFFICIENT, meets, STATUS_403 } from "./kinds.ts";
import { methodOf, runsForEach } from "./library/lookup.ts";
import { assignmentAround } from "./patterns.ts";
import { onlyReads } from "./record-calls.ts";
import { isCall, isMember, isNothing, type Member, memberName, pathOf, unwrap } from "./syntax.ts";
import { isThisMember } from "./this.ts";
import { doubted, type Truth, UNKNOWN } from "./truth.ts";

/** More assignments than a flag has. */
const MOST_WRITES = 8;

/**
 * What a flag's being set tells: a local variable that begins as false and is set only where something is known, as in
 * `let stepUp = false; if (error === "insufficient_scope") stepUp = true;`. Its being unset tells nothing.
 *
 * @param isUnset which values are those of a flag that is not set
 */
export function flagTruth(code: Code, mention: t.Identifier, isUnset: (value: Node) => boolean = isFalsy): Truth {
  const binding = code.bindings.resolve(mention);
  if (binding?.kind !== "variable" || !beginsUnset(code, binding, isUnset)) return UNKNOWN;
  const writes = code.bindings.writes(binding) ?? [];
  if (writes.length === 0 || writes.length > MOST_WRITES) return UNKNOWN;
  // What is set where it is tested itself, as the state of a machine is, tells nothing by that.
  if (asking(code).has(binding)) return UNKNOWN;
  asking(code).add(binding);
  const isApart = isOfOtherCallback(code, binding, mention);
  const { facts, isOfRounds } = factsOfWrites(code, binding, mention, writes, isUnset) ?? {
    facts: NEVER,
    isOfRounds: false,
  };
  asking(code).delete(binding);
  if (isNever(facts) || facts.kinds === ANY || !(isApart || isInOneRun(code, binding, mention))) return UNKNOWN;
  // What another callback sets for another answer says nothing of this one.
  if (isApart && !meets(facts.kinds, INSUFFICIENT & STATUS_403)) return UNKNOWN;
  const { kinds, proved } = facts;
  // What one round knew is told of what the flag itself holds: another value may come from another round.
  const tests = isOfRounds ? facts.tests.map((test) => ({ ...test, belongsTo: [binding.id] })) : facts.tests;
  const truth = { yes: { ...NOTHING, kinds, proved, tests }, no: NOTHING };
  return isApart ? doubted(truth) : truth;
}

/**
 * Whether a variable is asked about in another callback of the function that declares it than those that set it: which
 * of them is run first, and how often, is not known.
 */
function isOfOtherCallback(code: Code, { declaration }: Binding, mention: Node): boolean {
  const around = code.tree.functionAround(declaration);
  const callback = code.tree.functionAround(mention);
  return around !== undefined && callback !== undefined && callback !== around && covers(around, callback);
}

/** The flags that are being asked about. */
const asking = (code: Code): Set<Binding> => code.answers.of(asking, code.tree.program, () => new Set());

/** What is known wherever a flag is set; undefined where it is set by what is not followed. */
function factsOfWrites(
  code: Code,
  binding: Binding,
  mention: t.Identifier,
  writes: readonly Node[],
  isUnset: (value: Node) => boolean,
): { readonly facts: Facts; readonly isOfRounds: boolean } | undefined {
  let facts: Facts = NEVER;
  let isOfRounds = false;
  for (const write of writes) {
    const assignment = code.tree.parent(write);
    if (assignment?.type !== "AssignmentExpression" || assignment.left !== write || assignment.operator !== "=")
      return undefined;
    const isApart = isOfOtherCallback(code, binding, mention) && isOfOtherCallback(code, binding, write);
    const isAtOnce = isApart || isInOneRun(code, binding, write);
    const loop = isAtOnce ? undefined : loopBefore(code, binding, write, mention);
    if (loop === null) return undefined;
    if (isUnset(assignment.right)) continue;
    if (loop || isApart) isOfRounds = true;
    facts = either(facts, both(factsAt(code, assignment), truthOf(code, assignment.right).yes));
  }
  return { facts, isOfRounds };
}

/** Whether a variable has a value of its own in each run of its declaration, and one that is no yes. */
function beginsUnset(code: Code, { declaration, identifier }: Binding, isUnset: (value: Node) => boolean): boolean {
  if (declaration.type !== "VariableDeclarator" || declaration.id !== identifier) return false;
  if (declaration.init) return isUnset(declaration.init);
  if (!isUnset(UNDEFINED)) return false;
  const parent = code.tree.parent(declaration);
  // `var` without a value keeps, in a loop, that of the round before.
  const isAgain = [...code.tree.ancestors(declaration)].some(isLoop);
  return parent?.type === "VariableDeclaration" && (parent.kind === "let" || !isAgain);
}

/** What a variable holds that is declared without a value. */
const UNDEFINED: t.Identifier = { type: "Identifier", name: "undefined" };

/**
 * What it tells of a flag that it is not `null` or not `undefined`.
 *
 * @param nothing which of the two it is compared with
 * @param isStrict whether the other of the two passes the test
 */
export function presentFlagTruth(code: Code, mention: Node, nothing: Node, isStrict: boolean): Truth {
  const isNull = (value: Node) => unwrap(value).type === "NullLiteral";
  const isSame = (value: Node) => isNothing(value) && (!isStrict || isNull(value) === isNull(nothing));
  if (isMember(mention)) return keptFieldTruth(code, mention, isSame);
  return mention.type === "Identifier" ? flagTruth(code, mention, isSame) : UNKNOWN;
}

/** `false`, `null`, `undefined`, `0` and a minifier's `!1`. */
export function isFalsy(expression: Node): boolean {
  const node = unwrap(expression);
  if (node.type === "BooleanLiteral") return !node.value;
  if (node.type === "NumericLiteral") return node.value === 0;
  if (node.type === "UnaryExpression" && node.operator === "!")
    return node.argument.type === "NumericLiteral" && node.argument.value !== 0;
  return isNothing(node);
}

/** Whether a mention runs at most once for each run of the declaration: in the same function, and in no loop inside. */
export function isInOneRun(code: Code, { declaration }: Binding, mention: Node): boolean {
  if (code.tree.functionAround(mention) !== code.tree.functionAround(declaration)) return false;
  for (const ancestor of code.tree.ancestors(mention)) {
    if (covers(ancestor, declaration)) return true;
    if (isLoop(ancestor)) return false;
  }
  return true;
}

/**
 * The outermost loop in which a flag is set for the code after it, or the call that runs a callback for each element;
 * null where it is set otherwise.
 */
function loopBefore(code: Code, { declaration }: Binding, write: Node, mention: Node): Node | null {
  let loop: Node | null = null;
  for (const ancestor of code.tree.ancestors(write)) {
    if (covers(ancestor, declaration)) break;
    if (isLoop(ancestor)) loop = ancestor;
    if (!isFunction(ancestor)) continue;
    const call = code.tree.parent(ancestor);
    const isAtOnce = isCall(call) && isMember(call.callee) && call.arguments[0] === ancestor && !ancestor.async;
    if (!isAtOnce || !runsForEach(methodOf(code, call.callee))) return null;
    loop = call;
  }
  const isBehind = loop !== null && endOf(loop) <= startOf(mention);
  return isBehind && loop && code.tree.functionAround(loop) === code.tree.functionAround(declaration) ? loop : null;
}

/** The longest function, in code units, in which a field is looked for: a person's, and not a bundle's. */
const MOST_TEXT = 20_000;

/**
 * What a field of `this` tells that was set to a condition before: `this.stepUp = error === …; if (this.stepUp)`. Where
 * other code runs in between, another response may have set it, of which no scope at hand is known to be.
 */
export function fieldFlagTruth(code: Code, member: Member): Truth {
  const own = setBefore(code, member);
  return own === UNKNOWN ? keptFieldTruth(code, member) : own;
}

function setBefore(code: Code, member: Member): Truth {
  const path = pathOf(code, member);
  const name = memberName(code, member);
  const around = code.tree.functionAround(member);
  if (!around || name === undefined || !isThisMember(path) || endOf(around) - startOf(around) > MOST_TEXT)
    return UNKNOWN;
  const writes = (code.bindings.mentions(name.replace(/^#/, ""), around) ?? []).flatMap((mention) => {
    const assignment = assignmentTo(code, mention);
    return assignment && assignment.path === path ? [assignment.write] : [];
  });
  const [write, ...others] = writes;
  if (write?.type !== "AssignmentExpression" || others.length > 0 || write.operator !== "=") return UNKNOWN;
  if (pathOf(code, write.left) !== path || hasAccessor(code, member) || !isBefore(code, write, member)) return UNKNOWN;
  const { kinds, proved, tests } = truthOf(code, write.right).yes;
  const isSame = !runsOtherCode(code, write, member);
  const told = isSame ? tests : tests.map((test) => ({ ...test, belongsTo: [] }));
  return { yes: { ...NOTHING, kinds, proved, tests: told }, no: NOTHING };
}

/** What writes to the member that a name ends, directly or through a pattern, with the member's path. */
function assignmentTo(code: Code, mention: Node): { write: Node; path: string | undefined } | undefined {
  let member = code.tree.parent(mention);
  if (member?.type === "PrivateName") member = code.tree.parent(member);
  if (!isMember(member)) return undefined;
  const parent = code.tree.parent(member);
  const isChanged =
    parent?.type === "UpdateExpression" || (parent?.type === "ForOfStatement" && parent.left === member);
  const assignment = isChanged ? parent : assignmentAround(code, member);
  const isValue = assignment?.type === "AssignmentExpression" && covers(assignment.right, member);
  return assignment && !isValue ? { write: assignment, path: pathOf(code, member) } : undefined;
}

/** Whether control comes from an assignment to a mention for certain. */
function isBefore(code: Code, write: t.AssignmentExpression, mention: Node): boolean {
  if (!sharedWith(code, write, mention) || endOf(write) > startOf(mention)) return false;
  return code.tree.functionAround(mention) === code.tree.functionAround(write);
}

/** Whether other code may run between an assignment and a later mention: what a log does changes no field. */
function runsOtherCode(code: Code, write: t.AssignmentExpression, mention: Node): boolean {
  let found = false;
  code.tree.walk(sharedWith(code, write, mention) ?? write, (node) => {
    if (endOf(node) <= endOf(write) || startOf(node) >= startOf(mention)) return !found;
    const isRun = /^(?:Optional)?CallExpression$|^(?:New|Await|Yield|TaggedTemplate)Expression$|^ForOfStatement$/;
    if (startOf(node) >= endOf(write) && isRun.test(node.type) && !(isCall(node) && onlyReads(code, node)))
      found = true;
    return !found;
  });
  return found;
}

/** The list, sequence or condition that holds both an assignment, which it always makes, and a later mention. */
function sharedWith(code: Code, write: Node, mention: Node): Node | undefined {
  let child = write;
  for (const parent of code.tree.ancestors(write)) {
    if (covers(parent, mention)) {
      const isFirst =
        parent.type === "IfStatement" || parent.type === "ConditionalExpression"
          ? parent.test === child
          : parent.type === "LogicalExpression" && parent.left === child;
      return isFirst || /^(?:BlockStatement|SequenceExpression)$/.test(parent.type) ? parent : undefined;
    }
    if (!/^(?:ExpressionStatement|SequenceExpression|ParenthesizedExpression)$/.test(parent.type)) return undefined;
    child = parent;
  }
  return undefined;
}
