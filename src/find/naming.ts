import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import { isFunction, type Node } from "../parse/tree.ts";
import { NAMING } from "../rules/names-beside.ts";
import { importedFrom } from "./imported.ts";
import { initialValue, isCall, pathOf, unwrap } from "./syntax.ts";

/**
 * Whether a mention does nothing but give a function its own name, as esbuild does behind each that it may rename:
 * `__name(parse2, "parse")`, of `(target, value) => Object.defineProperty(target, "name", { value })`.
 */
export function isNamed(code: Code, mention: Node): boolean {
  const call = code.tree.parent(mention);
  if (!isCall(call) || code.tree.parent(call)?.type !== "ExpressionStatement") return false;
  const { callee } = call;
  const [first, second, ...others] = call.arguments;
  if (first !== mention || second?.type !== "StringLiteral" || others.length > 0) return false;
  if (callee.type !== "Identifier") return false;
  const naming = declaredAs(code, callee);
  return naming ? defines(code, naming) : isNamedElsewhere(code, callee, mention, second.value);
}

/** Whether a function gives what it is given first a property `name`, and does nothing else. */
function defines(code: Code, naming: Node): boolean {
  if (!isFunction(naming)) return false;
  const [given] = naming.params;
  const defined = unwrap(naming.body);
  if (given?.type !== "Identifier" || !isCall(defined)) return false;
  const [target, key] = defined.arguments;
  const definer = defined.callee.type === "Identifier" ? declaredAs(code, defined.callee) : defined.callee;
  if (!definer || pathOf(code, definer) !== "Object.defineProperty") return false;
  const isOfGiven = target?.type === "Identifier" && target.name === given.name;
  return isOfGiven && key?.type === "StringLiteral" && key.value === "name";
}

/** What a name is declared with. In a bundle, it may stand in more places than are looked at: esbuild writes none of its. */
function declaredAs(code: Code, name: t.Identifier): Node | undefined {
  const binding = code.bindings.resolve(name);
  const declaration = binding?.declaration;
  if (!binding || declaration?.type !== "VariableDeclarator" || declaration.id !== binding.identifier) return undefined;
  return code.bindings.writes(binding) ? initialValue(code, binding) : (declaration.init ?? undefined);
}

/** The same by another file of a bundle, from which the helper is imported: it is called with the function's own name. */
function isNamedElsewhere(code: Code, callee: t.Identifier, mention: Node, text: string): boolean {
  if (mention.type !== "Identifier") return false;
  // Where two have one name, it numbers them.
  const isOwn = mention.name.startsWith(text) && /^\d*$/.test(mention.name.slice(text.length));
  return isOwn && importedFrom(code, callee)?.name === NAMING;
}
