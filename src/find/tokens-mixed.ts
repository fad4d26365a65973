import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import { covers, isFunction, type Node } from "../parse/tree.ts";
import { namesScope } from "./origins.ts";
import { constantText, constantValue, isCall, isMember, memberName, propertyValue, unwrap } from "./syntax.ts";
import { propertyKey } from "./type-names.ts";

/** More steps than a person takes from a list to the text that is made of it. */
const MOST_STEPS = 12;

/**
 * Whether a class keeps or gives, as the scope of its tokens, more than was granted: with texts of its own,
 * `[...granted, "plan:team"].join(" ")`, or with that of several records, `rows.map((row) => row.scope).join(" ")`.
 */
export const mixesScope = (code: Code, declaration: t.Class): boolean =>
  declaration.body.body.some((part) => {
    const name = propertyKey(code, part);
    if (name !== "tokens" && name !== "saveTokens") return false;
    return scopesWritten(code, part).some((scope) => addsText(code, scope, 0) || gathersScopes(code, scope, 0));
  });

/** What the records of a method have as their scope. */
function scopesWritten(code: Code, method: Node): readonly Node[] {
  const found: Node[] = [];
  code.tree.walk(method, (node) => {
    const scope = node.type === "ObjectExpression" ? propertyValue(code, node, "scope") : undefined;
    if (scope) found.push(scope);
    return undefined;
  });
  return found;
}

/** Whether a text or list is put together with texts that stand in the code. */
function addsText(code: Code, expression: Node, depth: number): boolean {
  const node = unwrap(expression);
  if (depth > MOST_STEPS) return false;
  const next = (each: Node | null | undefined) => !!each && addsText(code, each, depth + 1);
  const isText = (each: Node | null | undefined) => !!each && (constantText(code, each) ?? "").trim() !== "";
  switch (node.type) {
    case "TemplateLiteral":
      return node.quasis.some(({ value }) => value.raw.trim() !== "") || node.expressions.some(next);
    case "BinaryExpression":
      return node.operator === "+" && [node.left, node.right].some((each) => isText(each) || next(each));
    case "ArrayExpression":
      return node.elements.some((each) => isText(each) || next(each));
    default:
      return partsOf(code, node).some(next);
  }
}

/** Whether a text is joined of what several records have as their scope. */
function gathersScopes(code: Code, expression: Node, depth: number): boolean {
  const node = unwrap(expression);
  if (depth > MOST_STEPS) return false;
  const callee = isCall(node) ? unwrap(node.callee) : undefined;
  const name = isMember(callee) ? memberName(code, callee) : undefined;
  const mapped = isCall(node) && node.arguments[0] ? unwrap(node.arguments[0]) : undefined;
  if ((name === "map" || name === "flatMap") && mapped && isFunction(mapped) && readsScope(code, mapped)) return true;
  return partsOf(code, node).some((each) => gathersScopes(code, each, depth + 1));
}

/** Whether a callback gives the scope of the element that it gets: `(row) => row.tokens.scope`. */
function readsScope(code: Code, callback: t.Function): boolean {
  let isRead = false;
  code.tree.walk(callback.body, (node) => {
    if (!isMember(node) || !namesScope(memberName(code, node))) return undefined;
    let root: Node = node;
    while (isMember(root)) root = unwrap(root.object);
    const binding = root.type === "Identifier" ? code.bindings.resolve(root) : undefined;
    if (binding && callback.params.some((each) => covers(each, binding.identifier))) isRead = true;
    return undefined;
  });
  return isRead;
}

/** What an expression is made of that adds nothing itself. What it falls back to is another question. */
function partsOf(code: Code, node: Node): readonly Node[] {
  switch (node.type) {
    case "Identifier": {
      const value = constantValue(code, node);
      return value ? [value] : [];
    }
    case "SpreadElement":
    case "AwaitExpression":
      return [node.argument];
    case "LogicalExpression":
      return node.operator === "&&" ? [node.right] : [node.left];
    case "ConditionalExpression":
      return [node.consequent, node.alternate];
    case "ArrayExpression":
      return node.elements.flatMap((each) => each ?? []);
    case "TemplateLiteral":
      return node.expressions;
    case "BinaryExpression":
      return node.operator === "+" ? [node.left, node.right] : [];
    case "NewExpression":
      return node.arguments.slice(0, 1);
    case "CallExpression":
    case "OptionalCallExpression": {
      const callee = unwrap(node.callee);
      if (!isMember(callee)) return [];
      return [callee.object, ...node.arguments];
    }
    default:
      return [];
  }
}
