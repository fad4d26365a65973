import type * as t from "@babel/types";
import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { type FunctionNode, isFunction, isLoop, type Node } from "../parse/tree.ts";
import { calledFunction, returnedValues } from "./functions.ts";
import { methodOf, runsForEach } from "./library/lookup.ts";
import { changesOf } from "./list-changes.ts";
import { type Call, constantText, constantValue, isCall, unwrap } from "./syntax.ts";

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

/** Whether what such a record or `Map` holds may be of several things: it is filled in several places, or from each of them. */
export function isFilledFromSeveral(code: Code, binding: Binding): boolean {
  const [put, ...others] = entriesPut(code, binding);
  if (!put) return false;
  const home = code.tree.functionAround(binding.identifier);
  const around = [...code.tree.ancestors(put)];
  const within = around.slice(0, around.indexOf(home as Node));
  return others.length > 0 || within.filter((each) => isLoop(each) || isFunction(each)).length > 1;
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
