import type { Code } from "../../parse/code.ts";
import { type FunctionNode, isFunction, type Node } from "../../parse/tree.ts";
import { methodOf, runsForEach } from "../library/lookup.ts";
import { coreRunBy } from "../shells.ts";
import { constantNumber, constantText, isCall, isMember, isNothing, memberName, pathOf, unwrap } from "../syntax.ts";
import { placeKept } from "./kept-places.ts";

/** A value that is put into a place. */
interface Put {
  readonly code: Code;
  /** The names by which the value is known. */
  readonly names: ReadonlySet<string>;
  /** The key of the place. */
  readonly place: string;
  /** The functions that are known to be run with it. */
  readonly entered: ReadonlySet<FunctionNode>;
}

/**
 * Whether code runs in any case in which a value is there that is not yet in a place: no test stands before it but of
 * that, and nothing leaves the function, or the loop over its elements, first.
 */
export function alwaysRuns(
  code: Code,
  node: Node,
  { names, entered }: Pick<Put, "names" | "entered">,
  place = "",
): boolean {
  return isReached({ code, names, place, entered }, node);
}

function isReached(put: Put, node: Node): boolean {
  const { code } = put;
  let child = node;
  for (const parent of code.tree.ancestors(node)) {
    if (isFunction(parent)) {
      const call = code.tree.parent(parent);
      const isRunThere = isCall(call) && (runsForEach(methodOf(code, call.callee)) || coreRunBy(call) === parent);
      return isRunThere ? isReached(put, call) : put.entered.has(parent);
    }
    if (!isOnTheWay(put, parent, child)) return false;
    child = parent;
  }
  return true;
}

function isOnTheWay(put: Put, parent: Node, child: Node): boolean {
  switch (parent.type) {
    case "IfStatement":
    case "ConditionalExpression":
      if (parent.test === child) return true;
      return tells(put, parent.test, parent.consequent === child);
    case "LogicalExpression":
      if (parent.left === child) return true;
      return parent.operator !== "??" && tells(put, parent.left, parent.operator === "&&");
    case "BlockStatement":
      return parent.body.slice(0, parent.body.indexOf(child as never)).every((each) => goesOn(put, each));
    case "TryStatement":
      return parent.block === child || parent.finalizer === child;
    case "ForOfStatement":
      return parent.right === child || !leaves(put.code, parent.body, /^(?:Return|Throw|Break)Statement$/);
    case "WhileStatement":
    case "DoWhileStatement":
    case "ForStatement":
    case "ForInStatement":
    case "SwitchCase":
    case "SwitchStatement":
    case "CatchClause":
    case "LabeledStatement":
      return false;
    default:
      return true;
  }
}

/** Whether nothing in a statement leaves the list in which it stands, unless the value is not there. */
function goesOn(put: Put, statement: Node): boolean {
  if (statement.type === "IfStatement" && !statement.alternate && tells(put, statement.test, false)) return true;
  return !leaves(put.code, statement, /^(?:Return|Throw|Break|Continue)Statement$/);
}

function leaves(code: Code, within: Node, leaving: RegExp): boolean {
  let found = leaving.test(within.type);
  code.tree.walkOwn(within, (node) => {
    found ||= leaving.test(node.type);
    return !found;
  });
  return found;
}

/** Whether a test holds wherever the value is there, or, for `isThere: false`, never does. */
function tells(put: Put, test: Node, isThere: boolean): boolean {
  const { code } = put;
  const node = unwrap(test);
  const isIt = (expression: Node) => isNamed(put, expression);
  if (node.type === "UnaryExpression" && node.operator === "!") return tells(put, node.argument, !isThere);
  if (node.type === "LogicalExpression") {
    const joins = isThere ? "&&" : "||";
    return node.operator === joins && [node.left, node.right].every((each) => tells(put, each, isThere));
  }
  if (node.type === "BinaryExpression") {
    const { operator, left, right } = node;
    const isEmpty = isNothing(right) || constantText(code, right) === "" || constantNumber(code, right) === 0;
    const isEqual = /^===?$/.test(operator);
    const isSought = isIt(left) || isSize(code, left, isIt);
    if (isThere && operator === ">") return isSize(code, left, isIt) && constantNumber(code, right) === 0;
    return isSought && isEmpty && (isThere ? /^!==?$/.test(operator) : isEqual);
  }
  // What a Set has already need not be added: `if (!this.all.has(each)) this.all.add(each)`.
  if (isCall(node)) {
    const [sought] = node.arguments;
    const callee = unwrap(node.callee);
    const isOfPlace = isMember(callee) && placeKept(code, callee.object)?.key === put.place;
    return !isThere && isOfPlace && methodOf(code, callee)?.tells === "member" && sought !== undefined && isIt(sought);
  }
  return isThere && (isIt(node) || isSize(code, node, isIt));
}

function isSize(code: Code, expression: Node, isIt: (each: Node) => boolean): boolean {
  const node = unwrap(expression);
  return isMember(node) && /^(?:length|size)$/.test(memberName(code, node) ?? "") && isIt(node.object);
}

const isNamed = ({ code, names }: Put, expression: Node): boolean => {
  const path = pathOf(code, expression);
  return path !== undefined && names.has(path);
};
