import type * as t from "@babel/types";
import { constantValue, initialValue, isCall, isMember, memberName, unwrap } from "../find/syntax.ts";
import { argumentsFor } from "../find/uses.ts";
import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";

/** More steps than a person takes from a count to what is counted. */
const MOST_STEPS = 12;
const COUNTED = /\.(?:length|size)\b/g;

/**
 * Where a file limits how many scopes a grant has: `if (tokens.scope.split(" ").length > 1) throw …`. Today each grant holds
 * what one challenge named, and the union would go beyond it.
 */
export const grantLimit = (code: Code): Node | undefined =>
  code.answers.of(grantLimit, code, () => {
    for (const { index } of code.source.matchAll(COUNTED)) {
      const member = code.tree.nearest(code.tree.at(index + 1), isMember);
      const comparison = member && code.tree.parent(member);
      if (!member || comparison?.type !== "BinaryExpression" || !isLimit(code, comparison, member)) continue;
      if (isOfGrant(code, member.object, 0)) return comparison;
    }
    return undefined;
  });

/** Whether a count is compared with more than nothing: `> 1`, `2 <=`, `=== MOST`. */
function isLimit(code: Code, { left, operator, right }: t.BinaryExpression, count: Node): boolean {
  const bound = left === count ? right : left;
  const value =
    unwrap(bound).type === "Identifier" ? constantValue(code, unwrap(bound) as t.Identifier) : unwrap(bound);
  if (value?.type !== "NumericLiteral" || !/^(?:[<>]=?|[!=]==?)$/.test(operator)) return false;
  return value.value > 1 || (value.value === 1 && !/^(?:>=|<)$/.test(left === count ? operator : mirrored(operator)));
}

const mirrored = (operator: string): string => operator.replace(/[<>]/, (sign) => (sign === "<" ? ">" : "<"));

/** Whether a list or text is made of the scope that was granted: that of what some `tokens()` gives. */
function isOfGrant(code: Code, expression: Node, depth: number): boolean {
  const node = unwrap(expression);
  if (depth > MOST_STEPS) return false;
  const next = (part: Node | null | undefined) => part != null && isOfGrant(code, part, depth + 1);
  switch (node.type) {
    case "MemberExpression":
    case "OptionalMemberExpression":
      return memberName(code, node) === "scope" ? isTokens(code, node.object) : next(node.object);
    case "CallExpression":
    case "OptionalCallExpression":
      return isMember(node.callee) && next(node.callee.object);
    case "NewExpression":
      return next(node.arguments[0]);
    case "LogicalExpression":
      return next(node.left);
    // What compilers make of `?.` and `??`.
    case "ConditionalExpression":
      return next(node.consequent) || next(node.alternate);
    case "AssignmentExpression":
      return next(node.right);
    case "Identifier": {
      const binding = code.bindings.resolve(node);
      if (!binding) return false;
      if (binding.kind !== "parameter") return next(valueOfName(code, binding));
      return argumentsFor(code, binding.declaration, binding).some(next);
    }
    default:
      return false;
  }
}

/** Whether an expression is what a call of `tokens()` gives. */
function isTokens(code: Code, expression: Node): boolean {
  const node = unwrap(expression);
  const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  const value = binding ? valueOfName(code, binding) : node;
  const read = value && unwrap(isWait(value) && value.argument ? value.argument : value);
  return isCall(read) && isMember(read.callee) && memberName(code, read.callee) === "tokens";
}

const isWait = (node: Node): node is t.AwaitExpression | t.YieldExpression =>
  node.type === "AwaitExpression" || node.type === "YieldExpression";

/** What a variable is given: at first, or, of a compiler's temporary, by the one assignment that there is. */
function valueOfName(code: Code, binding: Binding): Node | undefined {
  const first = initialValue(code, binding);
  if (first) return first;
  const [write, ...others] = code.bindings.writes(binding) ?? [];
  const assignment = write && others.length === 0 ? code.tree.parent(write) : undefined;
  return assignment?.type === "AssignmentExpression" ? assignment.right : undefined;
}
