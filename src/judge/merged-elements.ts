import { copiesRecords } from "../find/calls.ts";
import { returnedValues } from "../find/functions.ts";
import { functionsGiven } from "../find/handed-functions.ts";
import { methodOf, runsForEach } from "../find/library/lookup.ts";
import { type Call, constantValue, isCall, isMember, unwrap } from "../find/syntax.ts";
import type { Code } from "../parse/code.ts";
import { covers, type FunctionNode, isFunction, type Node } from "../parse/tree.ts";

/**
 * Whether a call puts the parts of all records of a list into one: `Object.assign({}, ...challenges)`,
 * `challenges.reduce((all, each) => ({ ...all, ...each }), {})`. What is read of that is of whichever came last.
 */
export function mergesElements(code: Code, call: Call): boolean {
  const spread = call.arguments.find(({ type }) => type === "SpreadElement");
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
    return binding !== undefined && isElement(binding, owner) && covers(owner, binding.declaration);
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
  call.arguments.slice(0, 1).flatMap((each) => (isFunction(each) ? [each] : functionsGiven(code, each)));

/** Whether each record of a list is seen to have one part alone, of its own name: `{ [name]: value }`. */
function areSingle(code: Code, list: Node): boolean {
  const node = unwrap(list);
  const held = node.type === "Identifier" ? constantValue(code, node) : undefined;
  const made = held ? unwrap(held) : node;
  if (!isCall(made) || methodOf(code, made.callee)?.keeps !== "each") return false;
  const values = callbacksOf(code, made).flatMap((each) =>
    (returnedValues(code, each) ?? []).map(({ value }) => value),
  );
  return values.length > 0 && values.every((value) => value !== undefined && isSingle(value));
}

function isSingle(value: Node): boolean {
  const node = unwrap(value);
  if (node.type !== "ObjectExpression" || node.properties.length > 1) return false;
  return node.properties.every((part) => part.type === "ObjectProperty" && part.computed);
}
