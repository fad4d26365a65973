import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { VALUE_OF_STORE } from "../rules/names.ts";
import { CELL_TYPE } from "../rules/names-beside.ts";
import { importedFrom } from "./imported.ts";
import { libraryOf, makesCells } from "./library/lookup.ts";

/** What a cell holds, by its type argument or the value that it is made with: `ref<string>("read")`. */
export function heldByCell(
  code: Code,
  node: Node,
  name: string,
): { readonly annotation: t.TSType; readonly isOptional?: boolean } | { readonly value: Node } | undefined {
  if (node.type !== "CallExpression" || !VALUE_OF_STORE.test(name)) return undefined;
  if (libraryOf(code, node.callee)?.makes !== "cell") return undefined;
  const [annotation] = node.typeParameters?.type === "TSTypeParameterInstantiation" ? node.typeParameters.params : [];
  const [value] = node.arguments;
  return annotation ? { annotation, isOptional: value === undefined } : value && { value };
}

/** What a library's type of cells says that they hold: `Ref<string>`, or `React.RefObject<string>` in a comment. */
export function heldByType(code: Code, annotation: t.TSType, name: string): t.TSType | undefined {
  if (annotation.type === "TSParenthesizedType") return heldByType(code, annotation.typeAnnotation, name);
  if (annotation.type !== "TSTypeReference" || !VALUE_OF_STORE.test(name)) return undefined;
  const { typeName } = annotation;
  const isQualified = typeName.type === "TSQualifiedName";
  const own = isQualified ? typeName.right : typeName;
  const module = isQualified ? undefined : importedFrom(code, typeName)?.module;
  const isOfLibrary = isQualified ? isReact(typeName.left) : module !== undefined && makesCells(module);
  const isCell = isOfLibrary && own.type === "Identifier" && CELL_TYPE.test(own.name);
  return isCell ? annotation.typeParameters?.params[0] : undefined;
}

const isReact = (namespace: t.TSEntityName): boolean => namespace.type === "Identifier" && namespace.name === "React";
