import type { Code } from "../parse/code.ts";
import { covers, isFunction, type Node } from "../parse/tree.ts";
import { leaves } from "./early-proof.ts";

/** Whether control may come to a place after a node: not where the branch that the node stands in leaves before. */
export function isOnTheWay(code: Code, node: Node, place: Node): boolean {
  let child = node;
  for (const parent of code.tree.ancestors(node)) {
    if (covers(parent, place)) {
      if (child.type === "SwitchCase" && !covers(child, place)) return !leavesCase(child.consequent);
      const isOther = parent.type === "IfStatement" || parent.type === "ConditionalExpression";
      return !isOther || covers(parent.test, child);
    }
    if (isFunction(parent) || leaves(child) || (child.type === "SwitchCase" && leavesCase(child.consequent)))
      return false;
    child = parent;
  }
  return true;
}

const leavesCase = (statements: readonly Node[]): boolean => statements.some(leaves);
