import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { NOTHING } from "./facts.ts";
import { constantValue, isCall, isMember, isNothing, unwrap } from "./syntax.ts";
import { not, type Truth, UNKNOWN, withPresence } from "./truth.ts";

/** Whether an expression may be undefined for want of its object: `header?.indexOf(…)`. */
export function isOptional(expression: Node): boolean {
  const node = unwrap(expression);
  if (node.type === "OptionalCallExpression" || node.type === "OptionalMemberExpression") return true;
  // What compilers make of it: `header == null ? void 0 : header.indexOf(…)`.
  if (node.type === "ConditionalExpression") return isNothing(node.consequent) || isNothing(node.alternate);
  if (node.type === "LogicalExpression") return node.operator === "&&";
  if (isCall(node)) return isOptional(node.callee);
  return isMember(node) && isOptional(node.object);
}

/**
 * `subject === null`, or its like.
 *
 * @param isStrict whether the other of `null` and `undefined` passes the test
 */
export function nullTruth(code: Code, subject: Node, found: Truth, isStrict: boolean): Truth {
  const isMatch = isCall(unwrap(subject)) && !isOptional(subject);
  // Types tell which of the two there can be; without them, a strict test proves no presence.
  if (isMatch) return not(found);
  const { yes, no } = withPresence(code, subject, UNKNOWN);
  return { yes: no, no: isStrict && !code.typescript ? NOTHING : yes };
}

/** Whether a name stands for what a search gives itself, which is null where nothing matches and never undefined. */
export function holdsMatch(code: Code, name: Node): boolean {
  const held = name.type === "Identifier" ? constantValue(code, name) : undefined;
  return held !== undefined && isCall(unwrap(held)) && !isOptional(held);
}
