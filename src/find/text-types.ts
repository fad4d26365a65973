import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";

/** Whether a part of a declared type is a string of its own kind only, or no string for certain, as far as this file tells. */
export function refusesText(code: Code, type: t.TSType, depth = 0): boolean {
  switch (type.type) {
    case "TSUnknownKeyword":
    case "TSTemplateLiteralType":
      return true;
    case "TSLiteralType":
      return type.literal.type === "StringLiteral" || type.literal.type === "TemplateLiteral";
    case "TSIntersectionType":
      return type.types.some(({ type: part }) => part === "TSStringKeyword");
    case "TSTypeReference":
      return type.typeName.type === "Identifier" && depth < 4 && isOwnKind(code, type, type.typeName.name, depth);
    default:
      return false;
  }
}

/** Whether a name stands for an enum or such a type of this file, or for a type parameter. */
function isOwnKind(code: Code, reference: t.TSTypeReference, name: string, depth: number): boolean {
  for (const ancestor of code.tree.ancestors(reference)) {
    const parameters = "typeParameters" in ancestor ? ancestor.typeParameters : undefined;
    if (
      parameters?.type === "TSTypeParameterDeclaration" &&
      parameters.params.some((each: t.TSTypeParameter) => each.name === name)
    )
      return true;
  }
  return code.tree.program.body.some((statement) => {
    const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (declaration?.type === "TSEnumDeclaration") return declaration.id.name === name;
    if (declaration?.type !== "TSTypeAliasDeclaration" || declaration.id.name !== name) return false;
    const { typeAnnotation } = declaration;
    const parts = typeAnnotation.type === "TSUnionType" ? typeAnnotation.types : [typeAnnotation];
    return parts.some((part) => refusesText(code, part, depth + 1));
  });
}
