import { factsAt } from "../find/dominance.ts";
import type { Candidate } from "../find/find.ts";
import { calledFunction } from "../find/functions.ts";
import { meets } from "../find/kinds.ts";
import { originOf, testedSources } from "../find/origins.ts";
import { comesFrom } from "../find/sources.ts";
import { constantText, isCall, isNothing, pathOf, unwrap } from "../find/syntax.ts";
import type { Code } from "../parse/code.ts";
import { covers, type FunctionNode, type Node } from "../parse/tree.ts";

/**
 * Whether a handler decides by the sink's being equal to the challenged scope, as one does that gives up when it is
 * challenged again for what it asked for last. A union is not equal to what it was made of: the step-ups would not end.
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
  let found = false;
  code.tree.walk(around.body, (inner) => {
    if (found) return false;
    const isDecision =
      comparedWith(code, inner, path).some(isChallenged) || asksForEquality(code, inner, path, isChallenged);
    if (isDecision && meets(factsAt(code, inner).kinds, facts.kinds)) found = !guardsOnly(code, inner, node);
    return !found;
  });
  return found;
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
