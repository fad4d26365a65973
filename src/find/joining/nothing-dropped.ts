import type { Binding } from "../../parse/bindings.ts";
import type { Code } from "../../parse/code.ts";
import type { FunctionNode, Node } from "../../parse/tree.ts";
import { methodOf } from "../library/lookup.ts";
import { functionGiven } from "../shells.ts";
import { type Call, constantNumber, constantText, isCall, isMember, memberName, pathOf, unwrap } from "../syntax.ts";

/** A test that a list is filtered by. */
interface Filter {
  readonly code: Code;
  readonly element: Binding;
  readonly place: Binding | undefined;
  /** The names by which the list itself is known to the test: `all` of `list.filter((each, at, all) => …)`, and `list`. */
  readonly lists: readonly string[];
}

/** Whether a filter drops but what is empty or is there already: `filter(Boolean)`, `filter((each, at, all) => all.indexOf(each) === at)`. */
export function keepsElements(code: Code, call: Call): boolean {
  const [first, ...others] = call.arguments;
  const given = first && unwrap(first);
  if (!given || others.length > 0) return false;
  if (given.type === "Identifier" && given.name === "Boolean") return !code.bindings.resolve(given);
  const run = functionGiven(code, given);
  if (!run || run.async || run.generator) return false;
  const [element, place, list] = run.params.map((each) =>
    each.type === "Identifier" ? code.bindings.resolve(each) : undefined,
  );
  const receiver = isMember(call.callee) ? pathOf(code, call.callee.object) : undefined;
  const result = onlyResult(run);
  const lists = [receiver, list?.id].filter((each) => each !== undefined);
  return element !== undefined && result !== undefined && holds({ code, element, place, lists }, result);
}

function onlyResult({ body }: FunctionNode): Node | undefined {
  if (body.type !== "BlockStatement") return body;
  const [only, ...others] = body.body;
  return only?.type === "ReturnStatement" && others.length === 0 ? (only.argument ?? undefined) : undefined;
}

/** Whether a test holds for every element that is there for the first time and is not empty. */
function holds(filter: Filter, test: Node): boolean {
  const { code } = filter;
  const node = unwrap(test);
  if (isElement(filter, node) || isLength(filter, node)) return true;
  if (node.type === "LogicalExpression")
    return node.operator === "&&" && holds(filter, node.left) && holds(filter, node.right);
  if (node.type !== "BinaryExpression") return false;
  const { operator, left, right } = node;
  if (/^!==?$/.test(operator)) return isElement(filter, left) && constantText(code, right) === "";
  if (operator === ">") return isLength(filter, left) && constantNumber(code, right) === 0;
  return /^===?$/.test(operator) && isPlace(filter, left) && isNamed(filter, right, filter.place);
}

const isElement = (filter: Filter, expression: Node): boolean => isNamed(filter, expression, filter.element);

function isNamed({ code }: Filter, expression: Node, binding: Binding | undefined): boolean {
  const node = unwrap(expression);
  return binding !== undefined && node.type === "Identifier" && code.bindings.resolve(node) === binding;
}

function isLength(filter: Filter, expression: Node): boolean {
  const node = unwrap(expression);
  return isMember(node) && memberName(filter.code, node) === "length" && isElement(filter, node.object);
}

/** `all.indexOf(each)`, the place of an element that is there but once. */
function isPlace(filter: Filter, expression: Node): boolean {
  const { code, lists } = filter;
  const call = unwrap(expression);
  const [sought, ...others] = isCall(call) ? call.arguments : [];
  if (!isCall(call) || !isMember(call.callee) || !sought || others.length > 0) return false;
  const isSought = methodOf(code, call.callee)?.gives === "position" && isElement(filter, sought);
  return isSought && lists.includes(pathOf(code, call.callee.object) ?? "");
}
