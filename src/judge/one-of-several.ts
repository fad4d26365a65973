import type * as t from "@babel/types";
import type { Test } from "../find/facts.ts";
import { methodOf } from "../find/library/lookup.ts";
import { originOf, testedSources } from "../find/origins.ts";
import { comesFrom } from "../find/sources.ts";
import {
  constantNumber,
  constantText,
  constantValue,
  isCall,
  isMember,
  isNothing,
  type Member,
  memberName,
  onlyChoice,
  onlyValue,
  pathOf,
  unwrap,
} from "../find/syntax.ts";
import { type Code, textOf } from "../parse/code.ts";
import { type FunctionNode, isFunction, type Node, startOf } from "../parse/tree.ts";

const MOST_STEPS = 8;

/**
 * The record that a challenged scope may be read from instead of the one that was tested: of
 * `const { scope } = kept ?? now`, where `now.error` was compared, what was kept may be another challenge.
 */
export function ofAnotherRecord(code: Code, value: Node, tests: readonly Test[]): Node | undefined {
  const records = recordOf(code, value, 0);
  const choices = records ? choicesOf(code, records, 0) : [];
  if (choices.length < 2) return undefined;
  const challenge = testedSources(code, tests);
  return choices.find((each) => !isEmpty(each) && !comesFrom(originOf(code, each), challenge));
}

/**
 * The element of a list that a challenged scope is read from, where another one's error code was tested:
 * `all[0].error`, and `all.at(-1).scope`.
 */
export function ofAnotherElement(code: Code, value: Node, tests: readonly Test[]): Node | undefined {
  const element = elementRead(code, value);
  if (!element) return undefined;
  const isOther = tests.some(({ subject, ofErrorCode }) => {
    const tested = subject && ofErrorCode ? elementRead(code, subject) : undefined;
    if (!tested || (tested.list === element.list && tested.which === element.which)) return false;
    if (!element.by && !tested.by) return tested.list === element.list;
    // Of a list of names and values, two elements are parts of one challenge: each is picked by its name alone.
    const areParts = element.by !== undefined && element.by === tested.by && tested.part === element.part;
    return !areParts || tested.list !== element.list || isOfSeveralLists(code, element.node);
  });
  return isOther ? element.node : undefined;
}

interface Element {
  readonly node: Node;
  /** The path of the list. */
  readonly list: string;
  /** What tells the element from others, as it is written. */
  readonly which: string;
  /** By what of the elements a test picks it, and how; empty where it is not one part that is compared with a text. */
  readonly by?: string;
  /** The name of the part that is read. */
  readonly part?: string | undefined;
}

/** The element of a list of records of which a value is a part: of texts that were found, the parts are one challenge's. */
function elementRead(code: Code, value: Node, depth = 0): Element | undefined {
  const node = unwrap(value);
  if (depth > MOST_STEPS) return undefined;
  if (node.type === "ConditionalExpression") {
    const choice = onlyChoice(node);
    return choice && elementRead(code, choice, depth + 1);
  }
  if (isCall(node)) return isMember(node.callee) ? elementRead(code, node.callee.object, depth + 1) : undefined;
  if (isMember(node)) {
    const element = isNumbered(code, node) ? undefined : elementOf(code, node.object);
    return element && { ...element, part: memberName(code, node) };
  }
  if (node.type !== "Identifier") return undefined;
  const declaration = code.bindings.resolve(node)?.declaration;
  if (declaration?.type !== "VariableDeclarator" || !declaration.init) return undefined;
  if (declaration.id.type === "ObjectPattern") return elementOf(code, declaration.init);
  const held = constantValue(code, node);
  return held && elementRead(code, held, depth + 1);
}

const isNumbered = (code: Code, { computed, property }: Member): boolean =>
  computed && constantText(code, property) === undefined;

/** The element of a list, by its number, a pattern or a method, that a record is. */
function elementOf(code: Code, value: Node, depth = 0): Element | undefined {
  const node = unwrap(value);
  if (depth > MOST_STEPS) return undefined;
  if (node.type === "Identifier") {
    const declaration = code.bindings.resolve(node)?.declaration;
    if (declaration?.type !== "VariableDeclarator") return undefined;
    if (declaration.id.type === "ArrayPattern") return elementOfPattern(declaration, node);
    const held = declaration.id.type === "ObjectPattern" ? declaration.init : onlyValue(code, node);
    return held ? elementOf(code, held, depth + 1) : undefined;
  }
  const taken = isCall(node) ? unwrap(node.callee) : node;
  if (!isMember(taken)) return undefined;
  const list = pathOf(code, taken.object);
  const method = isCall(node) ? memberName(code, taken) : undefined;
  // What is taken out is another one each time.
  if (list !== undefined && (method === "shift" || method === "pop")) return { node, list, which: `@${startOf(node)}` };
  // What is picked by a test of the elements is another one where the test is another.
  const [test] = isCall(node) ? node.arguments : [];
  if (isCall(node) && test && methodOf(code, node.callee)?.keeps === "one")
    return {
      node,
      list: list ?? textOf(code, taken.object),
      which: textOf(code, test),
      by: `${method} ${partCompared(code, test)}`,
    };
  const isByNumber = !isCall(node) && isNumbered(code, taken);
  const index = method === "at" && isCall(node) ? node.arguments[0] : isByNumber ? taken.property : undefined;
  if (list !== undefined && index)
    return { node, list, which: `${constantNumber(code, index) ?? textOf(code, index)}` };
  return elementOf(code, taken.object, depth + 1);
}

/** The part of an element that a test compares with a text, and does nothing else. */
function partCompared(code: Code, test: Node): string {
  const callback = unwrap(test);
  const body = isFunction(callback) ? unwrap(bodyReturned(callback)) : undefined;
  if (!isFunction(callback) || body?.type !== "BinaryExpression" || !/^===?$/.test(body.operator))
    return textOf(code, test);
  const [part, text] = constantText(code, body.left) === undefined ? [body.left, body.right] : [body.right, body.left];
  if (constantText(code, text) === undefined) return textOf(code, test);
  const member = unwrap(part);
  if (isMember(member)) return `.${memberName(code, member)}`;
  const [pattern] = callback.params;
  return pattern && pattern.type !== "Identifier"
    ? `${textOf(code, pattern)} ${textOf(code, member)}`
    : textOf(code, test);
}

function bodyReturned({ body }: FunctionNode): Node {
  const [only] = body.type === "BlockStatement" ? body.body : [];
  return only?.type === "ReturnStatement" && only.argument ? only.argument : body;
}

/** Whether the list from which an element is picked is put together of several. */
function isOfSeveralLists(code: Code, pick: Node): boolean {
  const list = isCall(pick) && isMember(pick.callee) ? unwrap(pick.callee.object) : undefined;
  const value = list?.type === "Identifier" ? constantValue(code, list) : list;
  const made = value && unwrap(value);
  if (made?.type === "ArrayExpression") return made.elements.length > 1;
  if (!isCall(made) || !isMember(made.callee)) return false;
  return methodOf(code, made.callee)?.keeps === "joined" || memberName(code, made.callee) === "flatMap";
}

function elementOfPattern({ id, init }: t.VariableDeclarator, name: t.Identifier): Element | undefined {
  if (id.type !== "ArrayPattern" || !init) return undefined;
  const index = id.elements.findIndex((each) => each?.type === "Identifier" && each.name === name.name);
  return index < 0 ? undefined : { node: name, list: `list@${startOf(init)}`, which: String(index) };
}

/** The record of which a value is a part. */
function recordOf(code: Code, value: Node, depth: number): Node | undefined {
  const node = unwrap(value);
  if (depth > MOST_STEPS) return undefined;
  if (isMember(node)) return recordOf(code, node.object, depth + 1) ?? node.object;
  if (node.type !== "Identifier") return undefined;
  const declaration = code.bindings.resolve(node)?.declaration;
  if (declaration?.type !== "VariableDeclarator" || !declaration.init) return undefined;
  if (declaration.id.type === "ObjectPattern") return recordOf(code, declaration.init, depth + 1) ?? declaration.init;
  const held = constantValue(code, node);
  return held && isMember(unwrap(held)) ? recordOf(code, held, depth + 1) : undefined;
}

/** The expressions of which one gives the record. */
function choicesOf(code: Code, expression: Node, depth: number): Node[] {
  const node = unwrap(expression);
  const both = (one: Node, other: Node) => [...choicesOf(code, one, depth + 1), ...choicesOf(code, other, depth + 1)];
  if (depth > MOST_STEPS) return [node];
  if (node.type === "LogicalExpression")
    return node.operator === "&&" ? choicesOf(code, node.right, depth + 1) : both(node.left, node.right);
  if (node.type === "ConditionalExpression") return both(node.consequent, node.alternate);
  if (node.type === "AwaitExpression") return choicesOf(code, node.argument, depth + 1);
  const held = node.type === "Identifier" ? constantValue(code, node) : undefined;
  const choices = held ? choicesOf(code, held, depth + 1) : [];
  return choices.length > 1 ? choices : [node];
}

const isEmpty = (record: Node): boolean =>
  isNothing(record) ||
  (record.type === "ObjectExpression" && record.properties.length === 0) ||
  (record.type === "ArrayExpression" && record.elements.length === 0) ||
  /^(?:String|Numeric|Boolean)Literal$/.test(record.type);
