import { factsAt } from "../find/dominance.ts";
import type { Candidate } from "../find/find.ts";
import { meets } from "../find/kinds.ts";
import { isMember, isNeverWritten, unwrap } from "../find/syntax.ts";
import type { Code } from "../parse/code.ts";
import { covers, isFunction, type Node, startOf } from "../parse/tree.ts";
import { leaves } from "./early-proof.ts";
import { bodyOf, changesAfter, type Surroundings } from "./state.ts";
import { firstTestOf } from "./tested-state.ts";

/** What is seen to end the step-ups of a handler. */
export interface LimitNodes {
  readonly test: Node;
  readonly mark?: Node;
}

/**
 * The retry limit of a handler: a test of state that the handler changes after it, or a comparison with a bound, that
 * lets control come to the site or keeps it off. A rewrite leaves both in one synchronous run.
 */
export function retryLimitOf(code: Code, candidate: Candidate): LimitNodes | undefined {
  const around = code.tree.functionAround(candidate.node) ?? code.tree.program;
  return guardOf(code, candidate, around) ?? boundOf(code, candidate, around);
}

/** A handler that changes more state than this is no handler, and looking for a guard in it would take long. */
const MOST_STATE = 40;

function guardOf(code: Code, candidate: Candidate, around: Surroundings): LimitNodes | undefined {
  if (around.type === "Program") return undefined;
  const changes = changesAfter(code, candidate, around, startOf(around)).filter(
    ({ paths }) => candidate.path === undefined || !paths.includes(candidate.path),
  );
  const found: Required<LimitNodes>[] = [];
  const seen = new Set<string>();
  for (const { keys } of changes) {
    const group = keys.join();
    if (seen.has(group) || seen.size >= MOST_STATE) continue;
    seen.add(group);
    const tested = firstTestOf(code, candidate, around, new Set(keys), startOf(candidate.node));
    const test = tested && testAround(code, tested.read, candidate.node);
    const mark = test && changes.find((each) => startOf(each.node) >= startOf(test) && each.keys.includes(tested.key));
    if (test && mark) found.push({ test, mark: mark.node });
  }
  return found.sort((a, b) => startOf(a.test) - startOf(b.test))[0];
}

/** The condition that a read stands in, where it decides whether control comes to the site. */
function testAround(code: Code, read: Node, site: Node): Node | undefined {
  for (const ancestor of code.tree.ancestors(read)) {
    if (ancestor.type !== "IfStatement") continue;
    if (!covers(ancestor.test, read)) return undefined;
    return covers(ancestor, site) || leaves(ancestor.consequent) ? ancestor.test : undefined;
  }
  return undefined;
}

/** A counter compared with a bound, on the way to the site. */
function boundOf(code: Code, candidate: Candidate, around: Surroundings): LimitNodes | undefined {
  const deciding = ["ForStatement", "WhileStatement", "DoWhileStatement", "IfStatement"] as const;
  for (const node of code.tree.own(bodyOf(around), ...deciding)) {
    if (startOf(node) >= startOf(candidate.node)) break;
    if (!node.test) continue;
    const decides = covers(node, candidate.node) || (node.type === "IfStatement" && leaves(node.consequent));
    if (!decides || !meets(factsAt(code, node.test).kinds, candidate.facts.kinds)) continue;
    const { test } = node;
    const found = code.answers.of(comparisonIn, test, () => comparisonIn(code, test));
    if (found) return { test: found };
  }
  return undefined;
}

/** `attempt < 3`, of a counter that changes or is handed on; not `status >= 400`, of what the response says. */
function comparisonIn(code: Code, test: Node): Node | undefined {
  let found: Node | undefined;
  code.tree.walk(test, (node) => {
    if (isFunction(node) || found) return false;
    if (node.type !== "BinaryExpression" || !/^[<>]=?$/.test(node.operator)) return undefined;
    if ([node.left, node.right].some((side) => isCounter(code, side))) found = node;
    return undefined;
  });
  return found;
}

function isCounter(code: Code, operand: Node): boolean {
  const node = unwrap(operand);
  if (isMember(node)) return unwrap(node.object).type === "ThisExpression";
  const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  return binding?.kind === "parameter" || (binding?.kind === "variable" && !isNeverWritten(code, binding));
}
