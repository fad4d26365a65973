import type * as t from "@babel/types";
import { constantValue, initialValue, isCall, isMember, memberName, propertyName, unwrap } from "../find/syntax.ts";
import { argumentsFor } from "../find/uses.ts";
import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { isFunction, type Node } from "../parse/tree.ts";
import { CLEARING } from "../rules/names.ts";

/** More than lies between a count and what is counted. */
const MOST_NODES = 100;
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
      if (decides(code, comparison) && isOfGrant(code, member.object, new Set())) return comparison;
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

/** Whether a comparison decides what is done, or is what a function gives; not what a person is shown. */
function decides(code: Code, comparison: Node): boolean {
  for (const parent of code.tree.ancestors(comparison)) {
    if (parent.type === "ReturnStatement" || isFunction(parent)) return true;
    if (parent.type === "IfStatement") return leaves(code, parent.consequent);
    if (parent.type !== "LogicalExpression" && parent.type !== "UnaryExpression") return false;
  }
  return false;
}

/** Whether a branch leaves the function, or has something taken away. */
const leaves = (code: Code, branch: Node): boolean =>
  code.tree.own(branch, "ThrowStatement", "ReturnStatement", "ContinueStatement").length > 0 ||
  /^(?:Throw|Return|Continue)Statement$/.test(branch.type) ||
  code.tree
    .own(branch, "CallExpression", "OptionalCallExpression")
    .some(({ callee }) => isMember(callee) && CLEARING.test(memberName(code, callee) ?? ""));

/** Whether a list is made of the scope that was granted: that of what some `tokens()` gives. */
function isOfGrant(code: Code, expression: Node, seen: Set<Node>): boolean {
  const node = unwrap(expression);
  if (seen.size > MOST_NODES || seen.has(node)) return false;
  seen.add(node);
  const next = (part: Node | null | undefined) => part != null && isOfGrant(code, part, seen);
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
      if (isScopeTaken(code, binding)) return true;
      if (binding.kind !== "parameter") return next(valueOfName(code, binding));
      return argumentsFor(code, binding.declaration, binding).some(next);
    }
    default:
      return false;
  }
}

/** `const { scope } = await provider.tokens()` */
function isScopeTaken(code: Code, { identifier, declaration }: Binding): boolean {
  const property = code.tree.parent(identifier);
  if (declaration.type !== "VariableDeclarator" || property?.type !== "ObjectProperty" || !declaration.init)
    return false;
  const isScope = propertyName(code, property.key, property.computed) === "scope";
  return isScope && code.tree.parent(property) === declaration.id && isTokens(code, declaration.init);
}

/** Whether an expression is what a call of `tokens()` gives, or what `saveTokens()` is given. */
function isTokens(code: Code, expression: Node): boolean {
  const node = unwrap(isWait(expression) && expression.argument ? expression.argument : expression);
  const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  const taking = binding?.kind === "parameter" ? binding.declaration : undefined;
  if (taking && "key" in taking) return propertyName(code, taking.key, false) === "saveTokens";
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
