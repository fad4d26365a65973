import type { Code } from "../parse/code.ts";
import { endOf, type FunctionNode, indexFrom, isFunction, type Node, startOf } from "../parse/tree.ts";

/** Whether a function waits in any case before it comes to a node. */
export function waitsBefore(code: Code, node: Node, around: FunctionNode): boolean {
  return waitsOnTheWay(code, node, around, startOf(around));
}

/** The same, behind a node, which may itself be what is waited for: `await response.text()`. */
export const waitsBetween = (code: Code, around: FunctionNode, from: Node, node: Node): boolean =>
  isAwaited(code, around, from, startOf(node)) || waitsOnTheWay(code, node, around, startOf(from));

function isAwaited(code: Code, around: FunctionNode, from: Node, until: number): boolean {
  for (const parent of code.tree.ancestors(from)) {
    if (parent === around || isFunction(parent) || endOf(parent) > until) return false;
    if (parent.type === "AwaitExpression" || parent.type === "YieldExpression") return true;
  }
  return false;
}

/** All parts of these run, one after the other. */
const IN_ORDER =
  /^(?:BlockStatement|SwitchCase|VariableDeclaration|TemplateLiteral|(?:Sequence|Binary|Array|Call|New)Expression)$/;

function waitsOnTheWay(code: Code, node: Node, around: FunctionNode, after: number): boolean {
  let child = node;
  for (const parent of code.tree.ancestors(node)) {
    if (parent === around) return false;
    const parts = code.tree.children(parent);
    const before = parts.slice(indexFrom(parts, after), indexFrom(parts, startOf(child)));
    const isBlock = IN_ORDER.test(parent.type);
    const first = "test" in parent ? parent.test : parent.type === "LogicalExpression" ? parent.left : undefined;
    const isTest =
      /^(?:(?:If|While)Statement|(?:Conditional|Logical)Expression)$/.test(parent.type) &&
      first &&
      before.includes(first);
    if ((isBlock || isTest) && before.some((each) => alwaysWaits(code, each))) return true;
    child = parent;
  }
  return false;
}

export const alwaysWaits = (code: Code, node: Node): boolean =>
  code.answers.of(alwaysWaits, node, () => readWaits(code, node));

/** Parts of a node that run only in some cases don't count. */
function readWaits(code: Code, node: Node): boolean {
  if (node.type === "AwaitExpression" || node.type === "YieldExpression") return true;
  if (isFunction(node) || node.type === "ClassBody") return false;
  switch (node.type) {
    case "IfStatement":
    case "ConditionalExpression":
      return alwaysWaits(code, node.test);
    case "LogicalExpression":
      return alwaysWaits(code, node.left);
    case "ForStatement":
    case "ForInStatement":
    case "WhileStatement":
    case "SwitchStatement":
    case "CatchClause":
      return false;
    case "ForOfStatement":
      return node.await || alwaysWaits(code, node.right);
    case "TryStatement":
      return alwaysWaits(code, node.block);
    default:
      return code.tree.children(node).some((each) => alwaysWaits(code, each));
  }
}
