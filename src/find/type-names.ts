import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { isParameter, typesCalled } from "./declared-types.ts";
import { bindingFrom, type Imported } from "./imported.ts";
import { propertyName } from "./syntax.ts";

/** Whether a type is what is asked for: it is, it has its form but not its content, it is another, or it is not known. */
export type Fit = "fits" | "unfit" | "other" | "unknown";

/** The answer for a value that is one of several: all have to fit. */
export function fitOfAll(fits: readonly Fit[]): Fit {
  if (fits.length === 0 || fits.includes("other")) return "other";
  if (fits.includes("unfit")) return "unfit";
  return fits.every((fit) => fit === "fits") ? "fits" : "unknown";
}

/** What a type's name stands for at a node: a declaration of this file, or what another module exports. */
export function typeNamed(code: Code, name: Node, at: Node): Node | Imported | undefined {
  if (name.type === "TSQualifiedName" || name.type === "MemberExpression") {
    const [left, right] = name.type === "TSQualifiedName" ? [name.left, name.right] : [name.object, name.property];
    const binding = left.type === "Identifier" ? code.bindings.lookup(left.name, at) : undefined;
    const from = binding && bindingFrom(code, binding);
    return from?.name === "*" && right.type === "Identifier" ? { module: from.module, name: right.name } : undefined;
  }
  if (name.type !== "Identifier") return undefined;
  const named = typesCalled(code, name.name, at);
  if (isParameter(named)) return named;
  // What is merged of several is not one declaration.
  if (named.length > 0) return named.length === 1 ? named[0] : undefined;
  const binding = code.bindings.lookup(name.name, at);
  return binding && (bindingFrom(code, binding) ?? declarationOf(binding));
}

/** The class, enum or class expression that a binding stands for. */
export function declarationOf({ declaration }: Binding): Node | undefined {
  if (declaration.type === "VariableDeclarator") {
    return declaration.init?.type === "ClassExpression" ? declaration.init : undefined;
  }
  return /^(?:Class|TSEnum)/.test(declaration.type) ? declaration : undefined;
}

/** The name of a member of a class or of a written-out type. */
export function propertyKey(code: Code, member: Node): string | undefined {
  if (!("key" in member) || typeof member.key !== "object" || !member.key) return undefined;
  return propertyName(code, member.key as Node, "computed" in member && member.computed === true);
}

/** How many arguments a function has to be given. */
export function parametersRequired(parameters: readonly Node[]): number {
  return parameters.filter(
    (parameter) =>
      parameter.type !== "AssignmentPattern" &&
      parameter.type !== "RestElement" &&
      !(parameter.type === "Identifier" && (parameter.optional === true || parameter.name === "this")),
  ).length;
}
