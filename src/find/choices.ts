import type * as t from "@babel/types";
import type { Node } from "../parse/tree.ts";
import { unwrap } from "./syntax.ts";

/**
 * What an expression gives one of: of `a ?? b` and `test ? a : b`, and of what compilers make of the first,
 * `(_a = a) !== null && _a !== void 0 ? _a : b`. Undefined where it is no choice.
 */
export function choicesOf(expression: Node): readonly Node[] | undefined {
  const node = unwrap(expression);
  if (node.type === "LogicalExpression" && node.operator !== "&&") return [node.left, node.right];
  if (node.type !== "ConditionalExpression") return undefined;
  const kept = keptIn(node.test);
  return [...(kept ? [kept.right] : []), node.consequent, node.alternate];
}

/** What a test keeps for its branches: `_a = a` of `(_a = a) != null`. */
function keptIn(test: Node): t.AssignmentExpression | undefined {
  const node = unwrap(test);
  if (node.type === "AssignmentExpression") return node;
  if (node.type === "LogicalExpression" || node.type === "BinaryExpression")
    return node.left.type === "PrivateName" ? undefined : keptIn(node.left);
  return undefined;
}
