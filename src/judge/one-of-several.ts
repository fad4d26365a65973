import type { Test } from "../find/facts.ts";
import { methodOf } from "../find/library/lookup.ts";
import { changesOf } from "../find/list-changes.ts";
import { originOf, testedSources } from "../find/origins.ts";
import { comesFrom } from "../find/sources.ts";
import { constantValue, isCall, isMember, isNothing, memberName, unwrap } from "../find/syntax.ts";
import type { Code } from "../parse/code.ts";
import { isLoop, type Node } from "../parse/tree.ts";
import { type Element, elementRead, movedBetween } from "./picked-element.ts";

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
  for (const { subject, ofErrorCode } of tests) {
    const tested = subject && ofErrorCode ? elementRead(code, subject) : undefined;
    if (!tested) continue;
    const other = isSame(tested, element) ? movedBetween(code, tested, element) : differing(code, tested, element);
    if (other) return other;
  }
  return undefined;
}

const isSame = (one: Element, other: Element): boolean => one.list === other.list && one.which === other.which;

/** The element that is read, where that is not known to be a part of the challenge that was tested. */
function differing(code: Code, tested: Element, element: Element): Node | undefined {
  // Of a list of names and values, two elements are parts of one challenge: each is picked by its name alone.
  const areParts = element.by !== undefined && element.by === tested.by && tested.part === element.part;
  if (areParts && tested.list === element.list && !isOfSeveralLists(code, element.node)) return undefined;
  const isSought = element.isSought || tested.isSought;
  return isSought || tested.list === element.list ? element.node : undefined;
}

/** Whether the list from which an element is picked is put together of several. */
function isOfSeveralLists(code: Code, pick: Node): boolean {
  const list = isCall(pick) && isMember(pick.callee) ? unwrap(pick.callee.object) : undefined;
  const value = list?.type === "Identifier" ? constantValue(code, list) : list;
  const owner = list?.type === "Identifier" ? code.bindings.resolve(list) : undefined;
  if (owner && changesOf(code, owner).some(({ node, values }) => values.some(isSpread) && isInLoop(code, node)))
    return true;
  const made = value && unwrap(value);
  if (made?.type === "ArrayExpression") return made.elements.length > 1;
  if (!isCall(made) || !isMember(made.callee)) return false;
  return methodOf(code, made.callee)?.keeps === "joined" || memberName(code, made.callee) === "flatMap";
}

const isSpread = (value: Node): boolean => value.type === "SpreadElement";

const isInLoop = (code: Code, node: Node): boolean => [...code.tree.ancestors(node)].some(isLoop);

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
