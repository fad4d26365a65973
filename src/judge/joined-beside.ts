import { isUnion } from "../find/alternatives.ts";
import type { Candidate } from "../find/find.ts";
import { mayStepUp } from "../find/kinds.ts";
import type { Code } from "../parse/code.ts";
import { covers, endOf, type Node, startOf } from "../parse/tree.ts";
import { leaves } from "./early-proof.ts";

/**
 * The union that the same sink is given on the other branch of a condition: `if (narrow) this.scope = scope; else
 * this.scope = join(this.scope, scope);`. Whoever wrote that chose, and a union on both would take the choice away.
 */
export function joinedBeside(code: Code, { node, path }: Candidate, known: readonly Candidate[]): Node | undefined {
  if (path === undefined) return undefined;
  const unions = known.filter(
    (each) => each.path === path && each.alternatives.some((given) => isUnion(given) && mayStepUp(given.facts.kinds)),
  );
  if (unions.length === 0) return undefined;
  for (const condition of code.tree.ancestors(node)) {
    const union = unions.find((each) => isOnOtherBranch(code, condition, node, each.node));
    if (union) return union.node;
  }
  return undefined;
}

function isOnOtherBranch(code: Code, condition: Node, node: Node, other: Node): boolean {
  // Minifiers make a conditional of both: `narrow ? this.scope = scope : this.scope = join(this.scope, scope)`.
  if (condition.type !== "IfStatement" && condition.type !== "ConditionalExpression") return false;
  const { alternate: no, consequent: yes } = condition;
  if (no) return (covers(yes, node) && covers(no, other)) || (covers(no, node) && covers(yes, other));
  const around = code.tree.parent(condition);
  const isBehind = around !== undefined && covers(around, other) && startOf(other) >= endOf(condition);
  return isBehind && covers(yes, node) && leaves(yes);
}
