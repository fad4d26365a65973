import type * as t from "@babel/types";
import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { type FunctionNode, isFunction, isLoop, type Node } from "../parse/tree.ts";
import { calledFunction, returnedValues } from "./functions.ts";
import { methodOf, runsForEach } from "./library/lookup.ts";
import { changesOf } from "./list-changes.ts";
import { type Call, constantText, constantValue, isCall, isMember, memberName, unwrap } from "./syntax.ts";

/**
 * What a function of this file puts at the place in a list from which a pattern takes a name:
 * `const [code, scope] = inspect(response)`.
 */
export function elementsGivenTo(code: Code, { id, init }: t.VariableDeclarator, binding: Binding): readonly Node[] {
  const place = id.type === "ArrayPattern" ? id.elements.indexOf(binding.identifier) : -1;
  const made = init && place >= 0 ? unwrap(init) : undefined;
  const call = made?.type === "AwaitExpression" ? unwrap(made.argument) : made;
  const target = isCall(call) ? calledFunction(code, call) : undefined;
  return ((target && returnedValues(code, target)) ?? []).flatMap(({ value }) => {
    const list = value && unwrap(value);
    return list?.type === "ArrayExpression" ? (list.elements[place] ?? []) : [];
  });
}

/**
 * The source that a function of a handler is which takes parts of one thing by their names: `get("error")` and
 * `get("scope")` are of one challenge.
 */
export function readerOf(code: Code, callee: t.Identifier, call: Call): string | undefined {
  const isByName = call.arguments.length === 1 && constantText(code, call.arguments[0] as Node) !== undefined;
  const binding = isByName ? code.bindings.resolve(callee) : undefined;
  const isOfHandler = binding && code.tree.functionAround(binding.identifier) !== undefined;
  return isOfHandler && isFunction(constantValue(code, callee) ?? binding.declaration) ? binding.id : undefined;
}

/** What such a function gives, made of what it closes over: `new RegExp(…).exec(header)?.[1]` reads a part of the header. */
export function givenByReader(code: Code, callee: t.Identifier): readonly Node[] {
  const reader = constantValue(code, callee) ?? code.bindings.resolve(callee)?.declaration;
  if (!isFunction(reader) || reader.async || reader.generator) return [];
  if (reader.body.type !== "BlockStatement") return [reader.body];
  return code.tree.own(reader.body, "ReturnStatement").flatMap(({ argument }) => argument ?? []);
}

/**
 * What a variable is declared with, and what its function puts into a record or `Map` that has nothing in it at first,
 * under keys that are read: `for (const [, key, value] of header.matchAll(…)) parameters[key] = value`.
 */
export const valuesHeld = (code: Code, { init }: t.VariableDeclarator, binding: Binding): readonly Node[] =>
  init ? [init, ...entriesPut(code, binding)] : [];

/**
 * Whether a record or `Map` that is filled may hold parts of several answers: all but where one loop over the parts of one
 * text puts each of them in, and nothing else changes it.
 */
export function isFilledFromSeveral(code: Code, binding: Binding): boolean {
  const [put] = entriesPut(code, binding);
  if (!put) return false;
  if (changesOf(code, binding).length > 1 || isPutByName(code, binding) || !isOneText(code, put)) return true;
  const home = code.tree.functionAround(binding.identifier);
  const around = [...code.tree.ancestors(put)];
  const runs = around.slice(0, around.indexOf(home as Node)).filter((each) => isLoop(each) || isFunction(each));
  return runs.length !== 1 || !runs.every((each) => isOverOneText(code, each));
}

/** `parameters["scope"] = settings.scope` */
const isPutByName = (code: Code, binding: Binding): boolean =>
  (code.bindings.references(binding) ?? []).some((mention) => {
    const place = code.tree.parent(mention);
    const assignment = isMember(place) && place.object === mention ? code.tree.parent(place) : undefined;
    const isWritten = assignment?.type === "AssignmentExpression" && assignment.left === place;
    return isWritten && isMember(place) && memberName(code, place) !== undefined;
  });

function isOverOneText(code: Code, run: Node): boolean {
  if (run.type === "ForOfStatement") return isOneText(code, run.right);
  const call = code.tree.parent(run);
  return isFunction(run) && isCall(call) && isMember(call.callee) && isOneText(code, call.callee.object);
}

/** Whether a value is made of one name, and of no two that are put together: `(header ?? "").matchAll(…)`. */
function isOneText(code: Code, value: Node): boolean {
  const node = unwrap(value);
  if (node.type === "Identifier") {
    const made = constantValue(code, node);
    return !made || isOneText(code, made);
  }
  if (isMember(node)) return isOneText(code, node.object);
  if (node.type === "ThisExpression" || node.type === "AwaitExpression") return true;
  if (node.type === "LogicalExpression")
    return node.operator !== "&&" && constantText(code, node.right) !== undefined && isOneText(code, node.left);
  // What compilers make of `??`.
  if (node.type === "ConditionalExpression")
    return constantText(code, node.alternate) !== undefined && isOneText(code, node.consequent);
  if (node.type === "ArrayExpression") {
    const [only, ...others] = node.elements;
    return only?.type === "SpreadElement" && others.length === 0 && isOneText(code, only.argument);
  }
  return isCall(node) && isMember(node.callee) && isOneText(code, node.callee.object);
}

/** What is put into a record or `Map` under keys that are no constants. */
function entriesPut(code: Code, binding: Binding): readonly Node[] {
  const home = isMadeEmpty(binding) ? code.tree.functionAround(binding.identifier) : undefined;
  if (!home) return [];
  return changesOf(code, binding).flatMap(({ kind, node, values: [key, value] }) => {
    const isEntry = kind === "grows" && key && value && constantText(code, key) === undefined;
    return isEntry && isRunWithin(code, node, home) ? [value] : [];
  });
}

/** Whether a function runs a node itself, or by what a list's method runs for each of its elements. */
function isRunWithin(code: Code, node: Node, home: FunctionNode): boolean {
  const around = code.tree.functionAround(node);
  const call = around && code.tree.parent(around);
  if (around === home || !isCall(call)) return around === home;
  return runsForEach(methodOf(code, call.callee)) && code.tree.functionAround(call) === home;
}

/** Whether a variable is declared with a record or `Map` that has nothing in it. */
function isMadeEmpty({ declaration, identifier }: Binding): boolean {
  if (declaration.type !== "VariableDeclarator" || declaration.id !== identifier || !declaration.init) return false;
  const made = unwrap(declaration.init);
  if (made.type === "ObjectExpression") return made.properties.length === 0;
  return made.type === "NewExpression" && made.arguments.length === 0;
}
