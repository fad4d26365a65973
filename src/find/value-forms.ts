import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { libraryOf, methodOf } from "./library/lookup.ts";
import { constantText, isCall, isMember, unwrap } from "./syntax.ts";

/** Whether an expression is a name or a member, alone or among alternatives. */
export function isReference(expression: Node): boolean {
  const node = unwrap(expression);
  if (node.type === "LogicalExpression") return isReference(node.left) || isReference(node.right);
  if (node.type === "ConditionalExpression") return isReference(node.consequent) || isReference(node.alternate);
  return node.type === "Identifier" || isMember(node);
}

/** What a value is another form of, if it is one: `scopes` of `scopes.join(" ")`, `scope` of `scope ?? "openid"`. */
export function wholeOf(code: Code, value: Node): Node {
  if (value.type === "LogicalExpression" && value.operator !== "&&" && constantText(code, value.right) !== undefined)
    return wholeOf(code, unwrap(value.left));
  if (value.type === "ArrayExpression") {
    const [only, second] = value.elements;
    return only && !second ? wholeOf(code, unwrap(only.type === "SpreadElement" ? only.argument : only)) : value;
  }
  if (!isCall(value)) return value;
  const [first] = value.arguments;
  if (first && libraryOf(code, value.callee)?.keepsText) return wholeOf(code, unwrap(first));
  const callee = unwrap(value.callee);
  const keeps = methodOf(code, callee)?.keeps;
  const isForm = keeps === "all" || keeps === "unlimited";
  return isForm && isMember(callee) ? wholeOf(code, unwrap(callee.object)) : value;
}
