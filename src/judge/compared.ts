import { factsAt } from "../find/dominance.ts";
import type { Candidate } from "../find/find.ts";
import { calledFunction } from "../find/functions.ts";
import { meets } from "../find/kinds.ts";
import { comesFrom, originOf, testedSources } from "../find/origins.ts";
import { type Call, constantText, isCall, isNothing, pathOf, unwrap } from "../find/syntax.ts";
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
  const { byPath, calls } = comparisonsIn(code, around.body);
  const compared = (byPath.get(path) ?? []).filter(({ other }) => isChallenged(other)).map((each) => each.comparison);
  const asking = calls.filter((call) => asksForEquality(code, call, path, isChallenged));
  return [...compared, ...asking].some(
    (inner) => meets(factsAt(code, inner).kinds, facts.kinds) && !guardsOnly(code, inner, node),
  );
}

/** The comparisons for equality in some code, by the path of each side, and the calls of this file's functions. */
interface Comparisons {
  readonly byPath: ReadonlyMap<string, readonly { readonly comparison: Node; readonly other: Node }[]>;
  readonly calls: readonly Call[];
}

const known = new WeakMap<Node, Comparisons>();

function comparisonsIn(code: Code, body: Node): Comparisons {
  const found = known.get(body);
  if (found) return found;
  const byPath = new Map<string, { comparison: Node; other: Node }[]>();
  const calls: Call[] = [];
  code.tree.walk(body, (node) => {
    if (isCall(node) && calledFunction(code, node)) calls.push(node);
    if (node.type !== "BinaryExpression" || !/^[!=]==?$/.test(node.operator)) return undefined;
    for (const [side, other] of [
      [node.left, node.right],
      [node.right, node.left],
    ] as const) {
      const path = pathOf(code, side);
      const others = path === undefined ? undefined : (byPath.get(path) ?? []);
      others?.push({ comparison: node, other });
      if (path !== undefined && others) byPath.set(path, others);
    }
    return undefined;
  });
  const comparisons = { byPath, calls };
  known.set(body, comparisons);
  return comparisons;
}

/** Whether a function of this file is given the challenged scope and compares the sink with what it is given. */
function asksForEquality(code: Code, call: Call, path: string, isChallenged: (value: Node) => boolean): boolean {
  const target = calledFunction(code, call);
  if (!target) return false;
  const compared = comparisonsIn(code, target.body).byPath.get(path) ?? [];
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
