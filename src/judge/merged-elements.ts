import type * as t from "@babel/types";
import { copiesRecords } from "../find/calls.ts";
import { memberWrites } from "../find/constant-members.ts";
import { returnedValues } from "../find/functions.ts";
import { functionsGiven } from "../find/handed-functions.ts";
import { isOfFunction, libraryOf, methodOf, runsForEach } from "../find/library/lookup.ts";
import { functionGiven } from "../find/shells.ts";
import {
  type Call,
  constantNumber,
  constantValue,
  isCall,
  isMember,
  memberName,
  pathOf,
  unwrap,
} from "../find/syntax.ts";
import { type Code, textOf } from "../parse/code.ts";
import { covers, type FunctionNode, isFunction, type Node } from "../parse/tree.ts";

/** More lists than are joined to one. */
const MOST_LISTS = 4;

/**
 * Whether a call puts the parts of all records of a list into one: `Object.assign({}, ...challenges)`,
 * `challenges.reduce((all, each) => ({ ...all, ...each }), {})`. What is read of that is of whichever came last.
 */
export function mergesElements(code: Code, call: Call): boolean {
  const spread = call.arguments.find(({ type }) => type === "SpreadElement");
  const isApplied =
    isMember(call.callee) && isOfFunction(methodOf(code, call.callee)) && memberName(code, call.callee) === "apply";
  const merged = isApplied && isMember(call.callee) && libraryOf(code, call.callee.object)?.record === "merged";
  if (merged) return call.arguments[1] !== undefined && !areSingle(code, call.arguments[1]);
  if (libraryOf(code, call.callee)?.record === "entries") return listsEntries(code, call.arguments[0]);
  if (copiesRecords(code, call)) return spread?.type === "SpreadElement" && !areSingle(code, spread.argument);
  if (!isMember(call.callee) || methodOf(code, call.callee)?.keeps !== "gathered") return false;
  return !areSingle(code, call.callee.object) && callbacksOf(code, call).some((each) => copiesWhole(code, each, each));
}

/** Whether a turn of a loop or of a callback copies the whole record that is its own: `Object.assign(all, each)`. */
export function copiesElement(code: Code, turn: Node): boolean {
  const list = listOf(code, turn);
  return list !== undefined && !areSingle(code, list) && copiesWhole(code, turn, turn);
}

/** The list that a loop goes through, or whose elements a callback is given. */
function listOf(code: Code, turn: Node): Node | undefined {
  if (turn.type === "ForOfStatement") return turn.right;
  const call = code.tree.parent(turn);
  if (!isCall(call) || !isMember(call.callee) || call.callee === turn) return undefined;
  return runsForEach(methodOf(code, call.callee)) ? call.callee.object : undefined;
}

/** Whether a record that is declared within a place is copied there as a whole. */
function copiesWhole(code: Code, place: Node, owner: Node): boolean {
  const isOwn = (value: Node): boolean => {
    const node = unwrap(value);
    const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
    if (binding === undefined || !isElement(binding, owner) || !covers(owner, binding.declaration)) return false;
    return !isSingle(code, node);
  };
  let isFound = false;
  code.tree.walk(place, (node) => {
    if (node.type === "ObjectExpression")
      isFound ||= node.properties.some((part) => part.type === "SpreadElement" && isOwn(part.argument));
    if (isCall(node) && copiesRecords(code, node)) isFound ||= node.arguments.slice(1).some(isOwn);
    return !isFound;
  });
  return isFound;
}

/** Whether a name is that of an element: the last parameter of a callback, not what it has gathered so far, or a loop's. */
function isElement({ declaration, identifier }: { declaration: Node; identifier: Node }, owner: Node): boolean {
  if (!isFunction(owner)) return declaration.type === "VariableDeclarator";
  const index = owner.params.findIndex((each) => covers(each, identifier));
  return index >= 0 && index === Math.min(owner.params.length, 2) - 1;
}

const callbacksOf = (code: Code, call: Call): readonly FunctionNode[] =>
  call.arguments.slice(0, 1).flatMap((each) => {
    const own = functionGiven(code, each);
    return own ? [own] : functionsGiven(code, each);
  });

/** Whether each record of a list is seen to have one part alone, of its own name, or but one has more: `{ [name]: value }`. */
function areSingle(code: Code, list: Node, depth = 0): boolean {
  const node = unwrap(list);
  const held = node.type === "Identifier" ? constantValue(code, node) : undefined;
  const made = held ? unwrap(held) : node;
  if (depth > MOST_LISTS) return false;
  if (made.type === "ArrayExpression") {
    const others = made.elements.filter((each) => each && !isWrittenOut(each));
    const isOne = (each: Node | null) => each?.type !== "SpreadElement" || areSingle(code, each.argument, depth + 1);
    return others.length < 2 && others.every(isOne);
  }
  if (!isCall(made)) return false;
  const keeps = methodOf(code, made.callee)?.keeps;
  if (keeps === "joined" && isMember(made.callee)) {
    const { object } = made.callee;
    return [object, ...made.arguments].every((each) => areSingle(code, each, depth + 1));
  }
  if (keeps !== "each") return false;
  const values = callbacksOf(code, made).flatMap((each) =>
    (returnedValues(code, each) ?? []).map(({ value }) => value),
  );
  return values.length > 0 && values.every((value) => value !== undefined && isSingle(code, value));
}

/** Whether a record of a list literal has its parts written out, and no other record's. */
function isWrittenOut(element: Node): boolean {
  const node = unwrap(element);
  return node.type === "ObjectExpression" && node.properties.every(({ type }) => type !== "SpreadElement");
}

function isSingle(code: Code, value: Node): boolean {
  const node = unwrap(value);
  if (node.type === "ConditionalExpression") return isSingle(code, node.consequent) && isSingle(code, node.alternate);
  const held = node.type === "Identifier" ? constantValue(code, node) : undefined;
  const made = held ? unwrap(held) : node;
  const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  if (binding && memberWrites(code, binding).some(({ at }) => !at || !isCopied(code, at))) return false;
  if (made.type !== "ObjectExpression" || made.properties.length > 1) return false;
  return made.properties.every((part) => part.type === "ObjectProperty" && part.computed);
}

/** Whether a record is but copied into another: `Object.assign(all, each)`. */
function isCopied(code: Code, record: Node): boolean {
  const call = code.tree.parent(record);
  return isCall(call) && copiesRecords(code, call) && call.arguments.indexOf(record as t.Expression) > 0;
}

/** Whether all entries of each record of a list are put together: `all.flatMap((each) => Object.entries(each))`. */
function listsEntries(code: Code, list: Node | undefined): boolean {
  const made = list && unwrap(list);
  if (!isCall(made) || !isMember(made.callee) || methodOf(code, made.callee)?.keeps !== "each") return false;
  if (areSingle(code, made.callee.object)) return false;
  const isOfEntries = (callee: Node) => pathOf(code, callee) === "Object.entries";
  if (made.arguments[0] && isOfEntries(made.arguments[0])) return true;
  return callbacksOf(code, made).some((callback) => {
    const [element] = callback.params;
    let isFound = false;
    code.tree.walk(callback.body, (node) => {
      const [record] = isCall(node) && isOfEntries(node.callee) ? node.arguments : [];
      const binding = record?.type === "Identifier" ? code.bindings.resolve(record) : undefined;
      isFound ||= binding !== undefined && binding.identifier === element;
      return !isFound;
    });
    return isFound;
  });
}

/** Whether records from two places of one list are copied into one: `{ ...all[0], ...all[1] }`. */
export function mergesPlaces(code: Code, node: Node): boolean {
  const places = copiedInto(code, node).flatMap((each) => placeOf(code, each) ?? []);
  return places.some(({ list, place }) => places.some((other) => other.list === list && other.place !== place));
}

/** The records that are copied into one, by a literal or by calls that compilers make of it. */
function copiedInto(code: Code, record: Node): readonly Node[] {
  const node = unwrap(record);
  if (node.type === "ObjectExpression")
    return node.properties.flatMap((part) => (part.type === "SpreadElement" ? [part.argument] : []));
  if (!isCall(node) || !copiesRecords(code, node)) return [];
  const [into, ...others] = node.arguments;
  return [...(into ? copiedInto(code, into) : []), ...others];
}

/** From which place of which list a record is taken: `all[0]`, `all.at(-1)`. */
function placeOf(code: Code, record: Node): { readonly list: string; readonly place: number } | undefined {
  const node = unwrap(record);
  const held = node.type === "Identifier" ? constantValue(code, node) : undefined;
  const made = held ? unwrap(held) : node;
  const member = isCall(made) ? unwrap(made.callee) : made;
  if (!isMember(member)) return undefined;
  const isAt = isCall(made) && methodOf(code, member)?.keeps === "place" && methodOf(code, member)?.isOnce !== true;
  const index = isCall(made) ? (isAt ? made.arguments[0] : undefined) : member.computed ? member.property : undefined;
  const place = index && constantNumber(code, index);
  return place === undefined ? undefined : { list: textOf(code, member.object), place };
}
