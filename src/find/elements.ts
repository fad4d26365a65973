import type * as t from "@babel/types";
import type { Binding } from "../parse/bindings.ts";
import { covers, isLoop, type Node } from "../parse/tree.ts";
import { type Alternative, cut, KEEPING, leaf, merged } from "./alternatives.ts";
import { methodOf } from "./library/lookup.ts";
import { changesOf } from "./list-changes.ts";
import type { Reader } from "./reader.ts";
import {
  type Call,
  constantNumber,
  initialValue,
  isCall,
  isMember,
  type Member,
  memberName,
  unwrap,
} from "./syntax.ts";

type Elements = readonly (readonly Alternative[])[];

/** The values of each element of a list; undefined where it is not certain which there are. */
export function elementsOf(reader: Reader, list: Node, depth = 0): Elements | undefined {
  const node = unwrap(list);
  if (depth > 6) return undefined;
  if (node.type === "ArrayExpression") return elementsGiven(reader, node.elements, depth);
  if (node.type === "Identifier") return elementsNamed(reader, node, depth);
  if (!isCall(node) || !isMember(node.callee)) return undefined;
  const name = memberName(reader.code, node.callee);
  const receiver = unwrap(node.callee.object);
  if (receiver.type === "Identifier" && receiver.name === "Array") {
    return name === "of" ? elementsGiven(reader, node.arguments, depth) : undefined;
  }
  if (name === "slice" && node.arguments.length === 0) return elementsOf(reader, receiver, depth + 1);
  if (name === "reverse" || name === "toReversed")
    return elementsOf(reader, receiver, depth + 1)
      ?.slice()
      .reverse();
  return undefined;
}

/** The values of each of some elements or arguments, spread lists included. */
export function elementsGiven(reader: Reader, given: readonly (Node | null)[], depth = 0): Elements | undefined {
  const found: (readonly Alternative[])[] = [];
  for (const each of given) {
    if (each?.type === "SpreadElement") {
      const inner = elementsOf(reader, each.argument, depth + 1);
      if (!inner) return undefined;
      found.push(...inner);
    } else found.push(each ? reader.read(each) : [leaf(0)]);
  }
  return found;
}

function elementsNamed(reader: Reader, name: t.Identifier, depth: number): Elements | undefined {
  const { code } = reader;
  const binding = code.bindings.resolve(name);
  if (!binding) return undefined;
  const isChanged = changesOf(code, binding).some(({ mention }) => mention !== name);
  if (isChanged || (isConsumed(reader, name) && isInLoop(reader, name))) return undefined;
  const passed = reader.env.get(binding.id);
  if (passed) return (code.bindings.writes(binding) ?? []).length === 0 ? passed.elements : undefined;
  const value = initialValue(code, binding);
  return value && elementsOf(reader, value, depth + 1);
}

/** Whether a mention takes an element out of a list: `queue.shift()`. */
function isConsumed({ code }: Reader, mention: Node): boolean {
  const member = code.tree.parent(mention);
  return isMember(member) && methodOf(code, member)?.place !== undefined;
}

const isInLoop = ({ code }: Reader, mention: Node): boolean => loopAround(code.tree, mention) !== undefined;

const loopAround = (tree: Reader["code"]["tree"], mention: Node): Node | undefined =>
  [...tree.ancestors(mention)].find(isLoop);

/** One element of a list: that of a known place, else perhaps any. */
export function elementAt(reader: Reader, list: Node, place: Node | number | undefined): readonly Alternative[] {
  const elements = elementsOf(reader, list);
  const index = typeof place === "object" ? numberOf(reader, place) : place;
  if (elements && index !== undefined) return elements.at(index) ?? [leaf(0)];
  const all = reader.read(list);
  return isEmptiedInTurn(reader, list) || isRunOver(reader, list, place) ? all : cut(all);
}

/** The elements of a list from one place on. */
export function elementsFrom(reader: Reader, list: Node, place: number): readonly Alternative[] {
  const elements = elementsOf(reader, list);
  if (elements) return merged(elements.slice(place));
  const all = reader.read(list);
  return place === 0 ? all : cut(all);
}

/**
 * What a member reads out of a list: `list[0]`, `iterator.next().value`; undefined where it is no element of one that
 * holds scopes which the client had.
 */
export function elementRead(reader: Reader, member: Member): readonly Alternative[] | undefined {
  const { code } = reader;
  const list = unwrap(member.object);
  const name = memberName(code, member);
  const isPlace = member.computed && name === undefined;
  const isNext = name === "value" && isCall(list) && isMember(list.callee) && memberName(code, list.callee) === "next";
  if (!isPlace && !isNext) return undefined;
  // `this.scopes[url]` is an entry of a record, and no part of a scope.
  if (isMember(list) || !reader.read(list).some(({ parts }) => (parts & KEEPING) !== 0)) return undefined;
  return elementAt(reader, list, isPlace ? member.property : undefined);
}

/** `while (queue.length > 0) take(queue.shift())`: in the end, every element is taken. */
function isEmptiedInTurn(reader: Reader, list: Node): boolean {
  const { code } = reader;
  const name = unwrap(list);
  const loop = isConsumed(reader, list) ? loopAround(code.tree, list) : undefined;
  const test = loop?.type === "WhileStatement" || loop?.type === "ForStatement" ? loop.test : undefined;
  const binding = name.type === "Identifier" ? code.bindings.resolve(name) : undefined;
  return test != null && ((binding && code.bindings.references(binding)) ?? []).some((each) => covers(test, each));
}

/** `for (let i = 0; i < list.length; i++) take(list[i])`: in the end, every element is taken. */
function isRunOver({ code }: Reader, list: Node, place: Node | number | undefined): boolean {
  const index = typeof place === "object" ? unwrap(place) : undefined;
  const name = unwrap(list);
  if (index?.type !== "Identifier" || name.type !== "Identifier") return false;
  const binding = code.bindings.resolve(index);
  const loop = [...code.tree.ancestors(list)].find(isLoop);
  if (!binding || !loop || !covers(loop, binding.identifier)) return false;
  if (loop.type === "ForInStatement") return true;
  if (loop.type !== "ForStatement" || !loop.test) return false;
  const { test, init } = loop;
  const first =
    init?.type === "VariableDeclaration" ? init.declarations.find(({ id }) => id === binding.identifier) : undefined;
  const list2 = code.bindings.resolve(name);
  const isBounded = ((list2 && code.bindings.references(list2)) ?? []).some(
    (each) => covers(loop, each) && (covers(test, each) || (init && covers(init, each))),
  );
  return isBounded && first?.init?.type === "NumericLiteral" && first.init.value === 0;
}

/** Some elements of a list, or a part of a text, from one place to another: `.slice(1)`. */
export function part(reader: Reader, whole: Node, { arguments: given }: Call): readonly Alternative[] {
  const all = reader.read(whole);
  const [start, end] = given.map((each) => numberOf(reader, each));
  if (given.length === 0 || (given.length === 1 && start === 0)) return all;
  const elements = elementsOf(reader, whole);
  if (elements && given.length < 3 && start !== undefined && (given.length === 1 || end !== undefined)) {
    const chosen = given.length === 1 ? elements.slice(start) : elements.slice(start, end);
    return merged(chosen);
  }
  // The blank before a text that was put together: `${previous} ${scope}`.
  return given.length === 1 && start === 1 && beginsBlank(whole) ? all : cut(all);
}

function numberOf({ code }: Reader, expression: Node): number | undefined {
  const node = unwrap(expression);
  if (node.type !== "UnaryExpression" || node.operator !== "-") return constantNumber(code, node);
  const number = constantNumber(code, node.argument);
  return number === undefined ? undefined : -number;
}

/** Whether a text that is put together begins with a blank. */
function beginsBlank(text: Node): boolean {
  const node = unwrap(text);
  if (node.type === "StringLiteral") return /^\s/.test(node.value);
  if (node.type === "TemplateLiteral") return /^\s/.test(node.quasis[0]?.value.cooked ?? "");
  return node.type === "BinaryExpression" && node.operator === "+" && beginsBlank(node.left);
}

/** What an array pattern takes for a name, where the list holds a scope that the client had. */
export function placeTaken(
  reader: Reader,
  pattern: t.ArrayPattern,
  list: Node,
  { identifier }: Binding,
): readonly Alternative[] | undefined {
  const place = pattern.elements.findIndex((each) => each && covers(each, identifier));
  const element = pattern.elements[place];
  const isRest = element?.type === "RestElement" && element.argument === identifier;
  if (!isRest && element !== identifier) return undefined;
  if (!reader.read(list).some(({ parts }) => (parts & KEEPING) !== 0)) return undefined;
  return isRest ? elementsFrom(reader, list, place) : elementAt(reader, list, place);
}
