import { askedFrom } from "../../find/authorization.ts";
import { copiesRecords } from "../../find/calls.ts";
import { factsAt } from "../../find/dominance.ts";
import type { Candidate } from "../../find/find.ts";
import { appliedAt } from "../../find/lowered.ts";
import { objectWritesBy } from "../../find/object-writes.ts";
import { expressionNamed } from "../../find/request-use.ts";
import { searchedFor } from "../../find/searched.ts";
import { paramsOf, shellOf } from "../../find/shells.ts";
import {
  constantValue,
  isCall,
  isMember,
  isNeverWritten,
  isNothing,
  memberName,
  pathOf,
  unwrap,
} from "../../find/syntax.ts";
import { isThisMember, thisKey } from "../../find/this.ts";
import { usesOf } from "../../find/uses.ts";
import { wayBetween } from "../../find/ways.ts";
import { lastName } from "../../find/written.ts";
import type { Code } from "../../parse/code.ts";
import { covers, type FunctionNode, isFunction, type Node, startOf } from "../../parse/tree.ts";
import { changes, giversIn, isGiven, readFor } from "../changes.ts";
import { runsOf } from "../runs.ts";
import { bodyOf, type Surroundings } from "../state.ts";
import { ownersIn } from "./beside.ts";
import { type Frame, frameOfBinding, outlives, rootOf } from "./frames.ts";
import { placesTaken } from "./taken.ts";

/**
 * Where a handler turns to another server, account or resource along with the scope: what the sink held was asked of
 * the one before. It does so itself, by a function that it runs before it asks, or in the code that calls it.
 */
export function replacementOf(code: Code, memory: Candidate, home: Frame, asked: Node): Node | undefined {
  const paths = lastingPaths(code, home, asked, memory.path, rootOf(code, memory.target)?.id);
  if (paths.size === 0) return undefined;
  const around = code.tree.functionAround(memory.node) ?? code.tree.program;
  const here = replacedBefore(code, around, paths, askedFrom(code, memory, bodyOf(around)), memory.node);
  if (here || !isFunction(around)) return here;
  return replacedByCallers(code, around, paths);
}

/**
 * What the record that a site writes anew says of whom is asked, where a request takes all of that record, and it may be
 * another than before: `resource` of `this.hop = { resource: problem.resource, scope }`, with `...this.hop` in a form.
 */
export function ownerWrittenAnew(code: Code, { node, holder }: Candidate): Node | undefined {
  const record = holder && code.tree.parent(node);
  const path = holder && pathOf(code, holder);
  if (path === undefined || record?.type !== "ObjectExpression" || !isTakenWhole(code, holder as Node, path))
    return undefined;
  return ownersIn(code, record).find((each) => {
    const name = isMember(each) ? memberName(code, each) : undefined;
    const own = pathOf(code, each);
    return !covers(node, each) && own !== path && !(name !== undefined && own === `${path}.${name}`);
  });
}

/** Whether a record is put into another one that is no copy for its own place. */
function isTakenWhole(code: Code, record: Node, path: string): boolean {
  const name = lastName(code, record);
  return ((name && code.bindings.mentions(name, searchedFor(code, record))) || []).some((mention) => {
    const read = expressionNamed(code, mention);
    const around = read && pathOf(code, read) === path ? code.tree.parent(read) : undefined;
    // Compilers make a call of what is spread: `Object.assign({ client_id }, this.wish)`.
    const isCopied = isCall(around) && around.arguments[0] !== read && copiesRecords(code, around);
    const copy = around?.type === "SpreadElement" ? code.tree.parent(around) : isCopied ? around : undefined;
    const target = copy && code.tree.parent(copy);
    return copy && !(target?.type === "AssignmentExpression" && pathOf(code, target.left) === path);
  });
}

/** The same in the functions that call another, and in those around a callback that does. */
function replacedByCallers(code: Code, target: FunctionNode, paths: ReadonlySet<string>): Node | undefined {
  const shell = shellOf(code, target);
  for (const mention of usesOf(code, target)?.mentions ?? [shell]) {
    const caller = covers(shell, mention) && mention !== shell ? undefined : code.tree.functionAround(mention);
    // A constructor replaces nothing of what it makes.
    if (!caller || (caller.type === "ClassMethod" && caller.kind === "constructor")) continue;
    const seen = asCallerSees(code, target, mention, paths);
    const found = replacedBefore(code, caller, seen, startOf(mention), mention);
    const isNamed = usesOf(code, caller) !== undefined;
    const further = found || isNamed ? found : replacedByCallers(code, caller, seen);
    if (further) return further;
  }
  return undefined;
}

/** Paths that begin with a function's `this` or a parameter, as they begin in a caller that gives it these. */
function asCallerSees(
  code: Code,
  target: FunctionNode,
  mention: Node,
  paths: ReadonlySet<string>,
): ReadonlySet<string> {
  const { self, given } = appliedAt(code, mention);
  const parameters = paramsOf(shellOf(code, target)).map((each) => pathOf(code, each));
  const outer = new Map(
    [thisKey(code, target.body), ...parameters].map((path, at) => [path, at === 0 ? self : given[at - 1]]),
  );
  return new Set(
    [...paths].map((path) => {
      const [root = "", ...names] = path.split(".");
      const object = outer.get(root);
      const seen = object && pathOf(code, object);
      return seen === undefined ? path : [seen, ...names].join(".");
    }),
  );
}

/**
 * The paths that an expression reads and that last as long as the sink.
 *
 * @param sink the path of the sink, where the scope is kept
 * @param root the id of what the sink hangs on, if that is a variable: with another value of it, the sink is another
 */
export function lastingPaths(
  code: Code,
  home: Frame,
  asked: Node,
  sink: string | undefined,
  root?: string,
): ReadonlySet<string> {
  const node = unwrap(asked);
  // `page.searchParams`, of `const page = new URL(state.issuer)`.
  const whole = isMember(node) && memberName(code, node) === "searchParams" ? unwrap(node.object) : node;
  const held = (whole.type === "Identifier" && constantValue(code, whole)) || node;
  const found = new Set<string>();
  const roots = root === undefined ? [] : [`${root}.`];
  code.tree.walk(held, (inner) => {
    const binding = inner.type === "Identifier" && !isKey(code, inner) ? code.bindings.resolve(inner) : undefined;
    if (!binding || binding.id === root || !/^(?:variable|parameter)$/.test(binding.kind)) return undefined;
    if (!outlives(frameOfBinding(code, binding), home)) return undefined;
    roots.push(`${binding.id}.`);
    if (!isNeverWritten(code, binding)) found.add(binding.id);
    return undefined;
  });
  for (const path of [...readFor(code, held, 0), ...placesTaken(code, held, sink)])
    if (isThisMember(path) || roots.some((each) => path.startsWith(each))) found.add(path);
  return found;
}

/** Whether an identifier names a property, and no variable. */
function isKey(code: Code, identifier: Node): boolean {
  const parent = code.tree.parent(identifier);
  if (isMember(parent)) return parent.property === identifier && !parent.computed;
  return parent?.type === "ObjectProperty" && parent.key === identifier && !parent.computed && !parent.shorthand;
}

function replacedBefore(
  code: Code,
  around: Surroundings,
  paths: ReadonlySet<string>,
  until: number,
  site: Node,
): Node | undefined {
  return giversIn(code, around, paths).find((node) => {
    if (startOf(node) >= until || !/^(?:Optional)?CallExpression$|^AssignmentExpression$/.test(node.type)) return false;
    if (runsOf(code, node).some(({ target }) => target === around)) return false;
    const [first, second] = startOf(node) < startOf(site) ? [node, site] : [site, node];
    return changes(code, node, paths, isReplaced) && wayBetween(code, first, second) !== undefined;
  });
}

/** Whether a node puts another value in the place of one that is there. */
export function isReplaced(code: Code, node: Node, paths: ReadonlySet<string>): boolean {
  if (!isGiven(code, node, paths)) return false;
  if (node.type !== "AssignmentExpression") return objectWritesBy(code, node).some(({ value }) => !isNothing(value));
  if (node.operator !== "=" || isNothing(node.right)) return false;
  const path = pathOf(code, node.left);
  // What is given only while there is none is given once.
  const parent = code.tree.parent(node);
  const isMade = parent?.type === "LogicalExpression" && parent.right === node && parent.operator !== "&&";
  return !isMade && !(path !== undefined && factsAt(code, node).absent.includes(path));
}
