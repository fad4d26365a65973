import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { typesDefined } from "./jsdoc.ts";
import { propertyName } from "./syntax.ts";

/** A declaration of a type in this file. */
export type TypeDeclaration =
  | t.TSInterfaceDeclaration
  | t.TSTypeAliasDeclaration
  | t.TSEnumDeclaration
  | t.ClassDeclaration;

/** What a name stands for: declarations, several where an interface is merged, or a parameter of a function or type. */
export type Named = readonly TypeDeclaration[] | t.TSTypeParameter;

export const isParameter = (named: Named): named is t.TSTypeParameter => "type" in named;

/** What of this file a reference stands for: a declaration, or what a comment defines. */
export function typesNamed(code: Code, reference: t.TSTypeReference): Named {
  const { typeName } = reference;
  if (typeName.type !== "Identifier") return [];
  const defined = typesDefined(code).get(typeName.name);
  return defined
    ? [{ type: "TSTypeAliasDeclaration", id: typeName, typeAnnotation: defined } as t.TSTypeAliasDeclaration]
    : typesCalled(code, typeName.name, reference);
}

/** What of this file a type's name stands for at a node, from the nearest list of statements outwards. */
export function typesCalled(code: Code, name: string, at: Node): Named {
  for (const ancestor of code.tree.ancestors(at)) {
    const parameters = "typeParameters" in ancestor ? ancestor.typeParameters : undefined;
    const parameter =
      parameters?.type === "TSTypeParameterDeclaration" &&
      parameters.params.find((each: t.TSTypeParameter) => nameOf(each) === name);
    if (parameter) return parameter;
    if (ancestor.type !== "Program" && ancestor.type !== "BlockStatement" && ancestor.type !== "TSModuleBlock")
      continue;
    const found = typesOf(code, ancestor).get(name);
    if (found) return found;
  }
  return [];
}

/** The types that a list of statements declares, by their names. */
function typesOf(code: Code, list: t.Program | t.BlockStatement | t.TSModuleBlock) {
  return code.answers.of(typesOf, list, () => {
    const types = new Map<string, TypeDeclaration[]>();
    for (const statement of list.body) {
      const isExport = statement.type === "ExportNamedDeclaration" || statement.type === "ExportDefaultDeclaration";
      const declaration: Node | null | undefined = isExport ? statement.declaration : statement;
      if (!isTypeDeclaration(declaration) || !declaration.id) continue;
      const { name } = declaration.id;
      types.set(name, [...(types.get(name) ?? []), declaration]);
    }
    return types;
  });
}

/** The name of a type parameter, which the parser gives as a text or as a node. */
function nameOf(parameter: t.TSTypeParameter): string {
  const name: unknown = parameter.name;
  return typeof name === "object" && name !== null && "name" in name ? String(name.name) : String(name);
}

const isTypeDeclaration = (node: Node | null | undefined): node is TypeDeclaration =>
  /^(?:TSInterface|TSTypeAlias|TSEnum|Class)Declaration$/.test(node?.type ?? "");

/**
 * The members that a name stands for in a type that this file writes out: an interface with what it extends and is
 * merged with, a literal, an alias of one, a class. Undefined where that is not known.
 */
export function membersNamed(code: Code, type: t.TSType, name: string, depth = 0): readonly Node[] | undefined {
  if (depth > 8) return undefined;
  const within = (inner: t.TSType) => membersNamed(code, inner, name, depth + 1);
  switch (type.type) {
    case "TSTypeLiteral":
      return named(code, type.members, name);
    case "TSParenthesizedType":
      return within(type.typeAnnotation);
    case "TSUnionType": {
      // Of `State | undefined`, the member of what is there.
      const records = type.types.filter((each) => !/^TS(?:Undefined|Null)Keyword$/.test(each.type));
      const found = records.map(within);
      return found.includes(undefined) ? undefined : found.flatMap((each) => each ?? []);
    }
    case "TSIntersectionType":
      return firstFound(type.types.map(within));
    case "TSTypeReference": {
      const declared = typesNamed(code, type);
      if (isParameter(declared)) return undefined;
      const [argument] = type.typeParameters?.params ?? [];
      const isSame =
        type.typeName.type === "Identifier" && /^(?:Readonly|Required|NonNullable)$/.test(type.typeName.name);
      if (declared.length === 0) return isSame && argument ? within(argument) : undefined;
      return firstFound(declared.map((each) => membersDeclared(code, each, name, depth)));
    }
    default:
      return undefined;
  }
}

const firstFound = (lists: readonly (readonly Node[] | undefined)[]): readonly Node[] | undefined =>
  lists.find((each) => each !== undefined && each.length > 0);

function membersDeclared(
  code: Code,
  declaration: TypeDeclaration,
  name: string,
  depth: number,
): readonly Node[] | undefined {
  switch (declaration.type) {
    case "TSTypeAliasDeclaration":
      return declaration.typeParameters ? undefined : membersNamed(code, declaration.typeAnnotation, name, depth + 1);
    case "TSInterfaceDeclaration": {
      const own = named(code, declaration.body.body, name);
      if (own) return own;
      return firstFound(
        (declaration.extends ?? []).map(({ expression }) => {
          const declared = expression.type === "Identifier" ? typesCalled(code, expression.name, declaration) : [];
          if (isParameter(declared) || depth > 8) return undefined;
          return firstFound(declared.map((each) => membersDeclared(code, each, name, depth + 1)));
        }),
      );
    }
    case "ClassDeclaration":
      return named(code, declaration.body.body, name);
    default:
      return undefined;
  }
}

function named(code: Code, members: readonly Node[], name: string): readonly Node[] | undefined {
  const found = members.filter((each) => {
    if (!("key" in each) || !each.key) return false;
    const isComputed = "computed" in each && each.computed === true;
    return propertyName(code, each.key as Node, isComputed) === name;
  });
  return found.length > 0 ? found : undefined;
}
