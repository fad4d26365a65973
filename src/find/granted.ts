import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { TOKENS_NAME } from "../rules/names.ts";
import { onlyValue } from "./lowered.ts";
import { isMember, isNothing, memberName, unwrap } from "./syntax.ts";

/** Whether a value is read from stored tokens: from what `provider.tokens()` returned, or a `tokens` record. */
export function readsTokens(code: Code, expression: Node, depth = 0): boolean {
  const node = unwrap(expression);
  if (depth > 8) return false;
  switch (node.type) {
    case "AwaitExpression":
      return readsTokens(code, node.argument, depth + 1);
    // The `await` of a compiled async function.
    case "YieldExpression":
      return node.argument ? readsTokens(code, node.argument, depth + 1) : false;
    case "CallExpression":
    case "OptionalCallExpression":
      return isMember(node.callee) && memberName(code, node.callee) === "tokens";
    case "MemberExpression":
    case "OptionalMemberExpression":
      return TOKENS_NAME.test(memberName(code, node) ?? "") || readsTokens(code, node.object, depth + 1);
    case "LogicalExpression":
      return readsTokens(code, node.left, depth + 1);
    // What compilers make of `tokens?.scope`.
    case "ConditionalExpression":
      return isNothing(node.consequent) && readsTokens(code, node.alternate, depth + 1);
    case "Identifier": {
      const declarator = code.bindings.resolve(node)?.declaration;
      if (declarator?.type !== "VariableDeclarator") return false;
      const value = declarator.init ?? onlyValue(code, node);
      return value ? readsTokens(code, value, depth + 1) : false;
    }
    default:
      return false;
  }
}
