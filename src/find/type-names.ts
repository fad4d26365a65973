import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
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
  const parameter = typeParameter(code, name.name, at);
  if (parameter) return parameter;
  const declared = declaredType(code, name.name, at);
  if (declared) return declared;
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

/** A type parameter that a function, class or type around a node declares. */
function typeParameter(code: Code, name: string, at: Node): Node | undefined {
  for (const ancestor of code.tree.ancestors(at)) {
    const list = "typeParameters" in ancestor ? ancestor.typeParameters : undefined;
    if (list?.type !== "TSTypeParameterDeclaration") continue;
    const found = list.params.find((parameter: Node) => nameOf(parameter) === name);
    if (found) return found;
  }
  return undefined;
}

/** The interface or alias that a name stands for, from the nearest list of statements outwards; none where it is merged. */
function declaredType(code: Code, name: string, at: Node): Node | undefined {
  for (const ancestor of code.tree.ancestors(at)) {
    if (!/^(?:Program|BlockStatement|TSModuleBlock)$/.test(ancestor.type)) continue;
    const found = code.tree
      .children(ancestor)
      .map((statement) =>
        statement.type === "ExportNamedDeclaration" || statement.type === "ExportDefaultDeclaration"
          ? (statement.declaration ?? statement)
          : statement,
      )
      .filter(
        (each) =>
          (each.type === "TSInterfaceDeclaration" || each.type === "TSTypeAliasDeclaration") && each.id.name === name,
      );
    if (found.length > 0) return found.length === 1 ? found[0] : undefined;
  }
  return undefined;
}

/** The name of a type parameter, which the parser gives as a text or as a node. */
function nameOf(parameter: Node): string | undefined {
  const name: unknown = "name" in parameter ? parameter.name : undefined;
  if (typeof name === "string") return name;
  return typeof name === "object" && name !== null && "name" in name ? String(name.name) : undefined;
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
