import { factsAt } from "../find/dominance.ts";
import type { Candidate } from "../find/find.ts";
import { calledFunction } from "../find/functions.ts";
import { meets } from "../find/kinds.ts";
import { originOf, testedSources } from "../find/origins.ts";
import { comesFrom } from "../find/sources.ts";
import {
  type Call,
  constantText,
  isCall,
  isMember,
  isNothing,
  type Member,
  memberName,
  pathOf,
  unwrap,
} from "../find/syntax.ts";
import type { Code } from "../parse/code.ts";
import { covers, endOf, type FunctionNode, type Node, startOf } from "../parse/tree.ts";

/**
 * Whether a handler decides by the sink's being equal to the challenged scope, as one does that gives up when it is
 * challenged again for what it asked for last. A union is not equal to what it was made of: the step-ups would not end.
 * A copy of the sink counts as the sink: `this.last = this.scope`, `this.seen.add(this.scope)`.
 */
export function decidesByEquality(code: Code, candidate: Candidate): boolean {
  const { path, node, facts } = candidate;
  const around = code.tree.functionAround(node);
  if (path === undefined || !around) return false;
  const challenge = testedSources(code, facts.tests);
  const challenged = candidate.alternatives.flatMap((each) => (each.challenged ? [each.challenged] : []));
  const isChallenged = (expression: Node) => {
    const own = pathOf(code, expression);
    if (own !== undefined && challenged.some((each) => pathOf(code, each) === own)) return true;
    const origin = originOf(code, expression);
    return origin.namesScope && comesFrom(origin, challenge);
  };
  const { comparisons, lookups, calls } = usesIn(code, around.body);
  const copies = copiesOf(code, candidate, path, around);
  const deciding = [
    ...[path, ...copies].flatMap((mark) => comparisons.get(mark) ?? []).filter(({ other }) => isChallenged(other)),
    // Looked up among what was asked for: `this.seen.has(scope)`.
    ...copies.flatMap((copy) => lookups.get(copy) ?? []).filter(({ other }) => isChallenged(other)),
  ].map(({ node: inner }) => inner);
  const asking = calls.filter((call) => asksForEquality(code, call, path, isChallenged));
  return [...deciding, ...asking].some(
    (inner) => meets(factsAt(code, inner).kinds, facts.kinds) && !guardsOnly(code, inner, node),
  );
}

/** The paths to which a handler copies what it puts into a sink, and of the lists and Sets to which it adds it. */
function copiesOf(code: Code, { node }: Candidate, path: string, around: FunctionNode): string[] {
  const { copied } = usesIn(code, around.body);
  const later = (copied.get(path) ?? []).filter(({ value }) => startOf(value) > endOf(node));
  return [...(copied.get(node) ?? []), ...later].map(({ to }) => to).filter((to) => to !== path);
}

/** A use of a value beside another: `path === other`, `path.has(other)`. */
interface Beside {
  readonly node: Node;
  readonly other: Node;
}

/** What some code compares, looks up and copies, gathered once for all the sinks in it. */
interface Uses {
  /** Comparisons for equality, by the path of each side. */
  readonly comparisons: ReadonlyMap<string, readonly Beside[]>;
  /** Questions whether a list or Set has a value, by the path of the list. */
  readonly lookups: ReadonlyMap<string, readonly Beside[]>;
  /** Copies, by the path of the value and by its node: where a value is put, or the list that it is added to. */
  readonly copied: ReadonlyMap<string | Node, readonly { readonly value: Node; readonly to: string }[]>;
  /** The calls of this file's functions. */
  readonly calls: readonly Call[];
}

const known = new WeakMap<Node, Uses>();

function usesIn(code: Code, body: Node): Uses {
  const found = known.get(body);
  if (found) return found;
  const comparisons = new Map<string, Beside[]>();
  const lookups = new Map<string, Beside[]>();
  const copied = new Map<string | Node, { value: Node; to: string }[]>();
  const calls: Call[] = [];
  const copy = (from: Node | undefined, target: Node) => {
    const value = from && unwrap(from);
    const to = pathOf(code, target);
    if (!value || to === undefined) return;
    add(copied, value, { value, to });
    add(copied, pathOf(code, value), { value, to });
  };
  code.tree.walk(body, (node) => {
    if (isCall(node)) {
      const [first] = node.arguments;
      if (calledFunction(code, node)) calls.push(node);
      const name = isMember(node.callee) ? (memberName(code, node.callee) ?? "") : "";
      const object = isMember(node.callee) ? (node.callee as Member).object : undefined;
      if (object && /^(?:add|push|unshift|set)$/.test(name)) copy(first, object);
      if (object && /^(?:has|get|includes|indexOf)$/.test(name)) {
        for (const other of node.arguments) add(lookups, pathOf(code, object), { node, other });
      }
    }
    if (node.type === "AssignmentExpression") copy(node.right, node.left);
    if (node.type === "BinaryExpression" && /^[!=]==?$/.test(node.operator)) {
      add(comparisons, pathOf(code, node.left), { node, other: node.right });
      add(comparisons, pathOf(code, node.right), { node, other: node.left });
    }
    return undefined;
  });
  const uses = { comparisons, lookups, copied, calls };
  known.set(body, uses);
  return uses;
}

function add<Key, Value>(map: Map<Key, Value[]>, key: Key | undefined, value: Value): void {
  if (key === undefined) return;
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Whether a function of this file is given the challenged scope and compares the sink with what it is given. */
function asksForEquality(code: Code, call: Call, path: string, isChallenged: (value: Node) => boolean): boolean {
  const target = calledFunction(code, call);
  if (!target) return false;
  const compared = usesIn(code, target.body).comparisons.get(path) ?? [];
  return compared.some(({ other }) => isGiven(code, other, target)) && call.arguments.some(isChallenged);
}

function isGiven(code: Code, expression: Node, target: FunctionNode): boolean {
  if (isNothing(expression) || constantText(code, expression) !== undefined) return false;
  const name = unwrap(expression);
  const binding = name.type === "Identifier" ? code.bindings.resolve(name) : undefined;
  return binding !== undefined && target.params.some((parameter) => covers(parameter, binding.identifier));
}

/** Whether nothing depends on a comparison but the assignment itself: `if (this._scope !== scope) this._scope = scope;`. */
function guardsOnly(code: Code, comparison: Node, site: Node): boolean {
  for (const ancestor of code.tree.ancestors(comparison)) {
    if (ancestor.type === "LogicalExpression" && covers(ancestor.right, site)) return ancestor.right === site;
    if (ancestor.type !== "IfStatement") continue;
    if (!covers(ancestor.test, comparison) || ancestor.alternate) return false;
    const { consequent } = ancestor;
    const only = consequent.type === "BlockStatement" && consequent.body.length === 1 ? consequent.body[0] : consequent;
    return only?.type === "ExpressionStatement" && only.expression === site;
  }
  return false;
}
