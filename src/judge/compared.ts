import { factsAt } from "../find/dominance.ts";
import type { Candidate } from "../find/find.ts";
import { calledFunction } from "../find/functions.ts";
import { meets } from "../find/kinds.ts";
import { comesFrom, originOf, testedSources } from "../find/origins.ts";
import { constantText, isCall, isMember, isNothing, type Member, memberName, pathOf, unwrap } from "../find/syntax.ts";
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
  const marks = [path, ...copiesOf(code, candidate, path, around)];
  let found = false;
  code.tree.walk(around.body, (inner) => {
    if (found) return false;
    const isDecision =
      marks.some((mark) => comparedWith(code, inner, mark).some(isChallenged)) ||
      asksForEquality(code, inner, path, isChallenged) ||
      isLookedUp(code, inner, marks, isChallenged);
    if (isDecision && meets(factsAt(code, inner).kinds, facts.kinds)) found = !guardsOnly(code, inner, node);
    return !found;
  });
  return found;
}

/** The paths to which a handler copies what it puts into a sink, and of the lists and Sets to which it adds it. */
function copiesOf(code: Code, { node }: Candidate, path: string, around: FunctionNode): string[] {
  const found: string[] = [];
  const isCopied = (value: Node | undefined) => {
    const inner = value && unwrap(value);
    return inner !== undefined && (inner === node || (startOf(inner) > endOf(node) && pathOf(code, inner) === path));
  };
  code.tree.walkOwn(around.body, (inner) => {
    const [first] = isCall(inner) ? inner.arguments : [];
    const isAdded = isCall(inner) && isMember(inner.callee) && isCopied(first);
    const target =
      inner.type === "AssignmentExpression" && isCopied(inner.right)
        ? inner.left
        : isAdded && /^(?:add|push|unshift|set)$/.test(memberName(code, inner.callee as Member) ?? "")
          ? (inner.callee as Member).object
          : undefined;
    const copy = target && pathOf(code, target);
    if (copy !== undefined) found.push(copy);
    return undefined;
  });
  return found;
}

/** Whether a node looks the challenged scope up among what was asked for: `this.seen.has(scope)`. */
function isLookedUp(code: Code, node: Node, marks: readonly string[], isChallenged: (value: Node) => boolean): boolean {
  if (!isCall(node) || !isMember(node.callee)) return false;
  const [sink, ...copies] = marks;
  const list = pathOf(code, node.callee.object);
  const isAsked = /^(?:has|get|includes|indexOf)$/.test(memberName(code, node.callee) ?? "");
  return isAsked && list !== undefined && list !== sink && copies.includes(list) && node.arguments.some(isChallenged);
}

/** What a node compares a sink with. */
function comparedWith(code: Code, node: Node, path: string): Node[] {
  if (node.type !== "BinaryExpression" || !/^[!=]==?$/.test(node.operator)) return [];
  const sides = [node.left, node.right];
  return sides.flatMap((side, index) => (pathOf(code, side) === path ? [sides[1 - index] as Node] : []));
}

/** Whether a function of this file is given the challenged scope and compares the sink with what it is given. */
function asksForEquality(code: Code, node: Node, path: string, isChallenged: (value: Node) => boolean): boolean {
  const target = isCall(node) && node.arguments.some(isChallenged) ? calledFunction(code, node) : undefined;
  if (!target) return false;
  let found = false;
  code.tree.walkOwn(target.body, (inner) => {
    if (comparedWith(code, inner, path).some((other) => isGiven(code, other, target))) found = true;
    return !found;
  });
  return found;
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
