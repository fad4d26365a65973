import type * as t from "@babel/types";
import { memberWrites } from "../find/constant-members.ts";
import { givesElements, isOfMaps, libraryOf, methodOf, ordersOwner } from "../find/library/lookup.ts";
import { changesOf } from "../find/list-changes.ts";
import {
  type Call,
  constantNumber,
  constantText,
  constantValue,
  isCall,
  isMember,
  type Member,
  memberName,
  onlyChoice,
  onlyValue,
  pathOf,
  unwrap,
} from "../find/syntax.ts";
import type { Binding } from "../parse/bindings.ts";
import { type Code, textOf } from "../parse/code.ts";
import { isFunction, isLoop, type Node, startOf } from "../parse/tree.ts";

import { ERROR_CODE_FIELD, SCOPE_NAME } from "../rules/names.ts";
import { bodyReturned, testText } from "./test-text.ts";

const MOST_STEPS = 8;

/** An element of a list, or of a Map or record of many, a part of which is read. */
export interface Element {
  readonly node: Node;
  /** The path of the list from which all else is made, or its text. */
  readonly list: string;
  /** What tells the element from others, as it is written. */
  readonly which: string;
  /** By what of the elements a test picks it, and how; undefined where it is picked by its place. */
  readonly by?: string;
  /** Whether a test of the elements finds it, whatever the list is. */
  readonly isSought?: boolean;
  /** The variable that holds the list. */
  readonly owner?: Binding | undefined;
  /** The name of the part that is read. */
  readonly part?: string | undefined;
}

/** What puts the elements of a list in other places between two reads of one of them. */
export function movedBetween(code: Code, one: Element, other: Element): Node | undefined {
  const { owner } = one;
  if (!owner) return undefined;
  const [from, to] = [startOf(one.node), startOf(other.node)].sort((a, b) => a - b);
  const moved = [...changesOf(code, owner).map(({ node }) => node), ...orderings(code, owner)];
  return moved.find((node) => from !== undefined && to !== undefined && startOf(node) > from && startOf(node) < to);
}

/** Where a list is sorted in place. */
function orderings(code: Code, owner: Binding): readonly Node[] {
  return (code.bindings.references(owner) ?? []).flatMap((mention) => {
    const member = code.tree.parent(mention);
    const call = member && code.tree.parent(member);
    const isIt = isMember(member) && member.object === mention && isCall(call) && call.callee === member;
    return isIt && ordersOwner(methodOf(code, member)) ? [call] : [];
  });
}

/** The element of a list of records of which a value is a part: of texts that were found, the parts are one challenge's. */
export function elementRead(code: Code, value: Node, depth = 0): Element | undefined {
  const node = unwrap(value);
  if (depth > MOST_STEPS) return undefined;
  if (node.type === "ConditionalExpression") {
    const choice = onlyChoice(node);
    return choice && elementRead(code, choice, depth + 1);
  }
  if (isCall(node)) return isMember(node.callee) ? elementRead(code, node.callee.object, depth + 1) : undefined;
  if (isMember(node)) {
    const element = isNumbered(code, node) ? undefined : elementOf(code, node.object);
    // What is kept by the name of a part is that part, whichever form of it is read.
    return element && { ...element, part: isPart(element) ? undefined : memberName(code, node) };
  }
  if (node.type !== "Identifier") return undefined;
  const declaration = code.bindings.resolve(node)?.declaration;
  if (declaration?.type !== "VariableDeclarator" || !declaration.init) return undefined;
  if (declaration.id.type === "ObjectPattern") return elementOf(code, declaration.init);
  const held = constantValue(code, node);
  return held && elementRead(code, held, depth + 1);
}

/** Whether an element is picked by the name that a part of a challenge has: `parameters.get("error")`. */
function isPart({ which, by }: Element): boolean {
  const name = by === "get" || by === "name" ? /^\.(\w+)$/.exec(which)?.[1] : undefined;
  return name !== undefined && (ERROR_CODE_FIELD.test(name) || SCOPE_NAME.test(name));
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
    if (declaration.id.type === "ArrayPattern") return elementOfPattern(code, declaration, node);
    const held = declaration.id.type === "ObjectPattern" ? declaration.init : onlyValue(code, node);
    return held ? elementOf(code, held, depth + 1) : undefined;
  }
  const taken = isCall(node) ? unwrap(node.callee) : node;
  if (!isMember(taken)) return undefined;
  const picked = isCall(node) ? pickedBy(code, node, taken) : placed(code, taken);
  if (!picked) return elementOf(code, taken.object, depth + 1);
  const { list, steps, by, owner } = chainOf(code, taken.object, 0);
  const how = by === undefined ? picked.by : `${by}${picked.by ?? picked.which}`;
  return {
    node,
    list,
    which: `${steps}${picked.which}`,
    owner,
    isSought: picked.isSought === true,
    ...(how && { by: how }),
  };
}

type Picked = Pick<Element, "which" | "by" | "isSought">;

/** What a method picks from the list or the Map on which it is called. */
function pickedBy(code: Code, call: Call, callee: Member): Picked | undefined {
  const method = methodOf(code, callee);
  const name = memberName(code, callee);
  const [argument] = call.arguments;
  // What is taken out is another one each time.
  if (method?.isOnce && method.gives === "element") return { which: `@${startOf(call)}` };
  if (!argument) return undefined;
  // What is picked by a test of the elements is another one where the test is another.
  if (method?.keeps === "one") return { ...foundBy(code, name, argument), isSought: true };
  if (method?.keeps === "place") return { which: `[${numberOf(code, argument, callee.object)}]` };
  const isKeyed = name === "get" && (isOfMaps(method) || method === undefined);
  return isKeyed ? { which: `.${constantText(code, argument) ?? textOf(code, argument)}`, by: name } : undefined;
}

/** What is found first is the first of all that pass: `all.find(isBearer)`, `all.filter(isBearer)[0]`. */
function foundBy(code: Code, name: string | undefined, test: Node): Pick<Picked, "which" | "by"> {
  const [which, by] = [testText(code, test), partCompared(code, test)];
  if (name === "find") return { which: `.filter(${which})[0]`, by: `.filter ${by}[0]` };
  return { which: `.${name}(${which})`, by: `${name} ${by}` };
}

/** What a member picks: a number of a list, or a name of a record that is made of many. */
function placed(code: Code, member: Member): Picked | undefined {
  if (isNumbered(code, member)) return { which: `[${numberOf(code, member.property, member.object)}]` };
  const name = memberName(code, member);
  const isOfMany = name !== undefined && isRecordOfMany(code, member.object);
  return isOfMany ? { which: `.${name}`, by: "name" } : undefined;
}

/** A number of an element, from the end where it is so counted: `all.length - 1`. */
function numberOf(code: Code, index: Node, list: Node): string {
  const node = unwrap(index);
  const length = node.type === "BinaryExpression" && node.operator === "-" ? unwrap(node.left) : undefined;
  const isOfList =
    isMember(length) && memberName(code, length) === "length" && textOf(code, length.object) === textOf(code, list);
  const back = isOfList && node.type === "BinaryExpression" ? constantNumber(code, node.right) : undefined;
  return `${back === undefined ? (constantNumber(code, index) ?? textOf(code, index)) : -back}`;
}

/** Whether the names of a record are what the elements of a list have: `Object.fromEntries(…)`, `by[each.scheme] = each`. */
function isRecordOfMany(code: Code, record: Node): boolean {
  const node = unwrap(record);
  const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  const value = node.type === "Identifier" ? constantValue(code, node) : node;
  const made = value && unwrap(value);
  if (isCall(made)) return libraryOf(code, made.callee)?.record === "entries";
  return (
    made?.type === "ObjectExpression" &&
    binding !== undefined &&
    memberWrites(code, binding).some(({ name, at }) => name === undefined && at && isInLoop(code, at))
  );
}

const isInLoop = (code: Code, node: Node): boolean => [...code.tree.ancestors(node)].some(isLoop);

interface Chain {
  readonly list: string;
  /** What was done with the list before the element is picked. */
  readonly steps: string;
  /** The same, with each test as the part that it compares; undefined where none is. */
  readonly by?: string;
  readonly owner?: Binding | undefined;
}

/** The list from which an element is picked, and by which methods: `all.filter(isBearer).slice(-1)`. */
function chainOf(code: Code, list: Node, depth: number): Chain {
  const node = unwrap(list);
  const held = node.type === "Identifier" ? constantValue(code, node) : undefined;
  const made = held ? unwrap(held) : node;
  const copied = copyOf(made);
  const callee = isCall(made) ? unwrap(made.callee) : undefined;
  if (depth < MOST_STEPS && copied) return chainOf(code, copied, depth + 1);
  if (depth < MOST_STEPS && isCall(made) && isMember(callee) && givesElements(methodOf(code, callee)))
    return stepOf(code, made, callee, chainOf(code, callee.object, depth + 1));
  const owner = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  return { list: pathOf(code, node) ?? textOf(code, node), steps: "", owner };
}

/** The list with one more method. */
function stepOf(code: Code, call: Call, callee: Member, before: Chain): Chain {
  const [test] = call.arguments;
  const name = memberName(code, callee);
  const step = `.${name}(${call.arguments.map((each) => testText(code, each)).join()})`;
  const compared =
    methodOf(code, callee)?.keeps === "passing" && test ? `.${name} ${partCompared(code, test)}` : undefined;
  const steps = `${before.steps}${step}`;
  const isBy = compared !== undefined || before.by !== undefined;
  return { ...before, steps, ...(isBy && { by: `${before.by ?? before.steps}${compared ?? step}` }) };
}

/** `[...all]` */
function copyOf(made: Node): Node | undefined {
  const [only, ...others] = made.type === "ArrayExpression" ? made.elements : [];
  return only?.type === "SpreadElement" && others.length === 0 ? only.argument : undefined;
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

function elementOfPattern(code: Code, { id, init }: t.VariableDeclarator, name: t.Identifier): Element | undefined {
  if (id.type !== "ArrayPattern" || !init) return undefined;
  const index = id.elements.findIndex((each) => each?.type === "Identifier" && each.name === name.name);
  if (index < 0) return undefined;
  const { list, steps, by, owner } = chainOf(code, init, 0);
  return { node: name, list, which: `${steps}[${index}]`, owner, ...(by && { by: `${by}[${index}]` }) };
}
