import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { isMember, memberName, pathOf, propertyName, unwrap } from "./syntax.ts";

/** What this file says about the type of a variable or field. */
export interface DeclaredType {
  /** The names of the types in the union. */
  readonly names: readonly string[];
  /** The members of an interface, class or literal type declared in this file. */
  readonly members?: readonly string[];
  readonly isPrimitive: boolean;
  readonly isString: boolean;
  readonly isCollection: boolean;
  /** Whether `undefined` can be assigned. */
  readonly takesUndefined: boolean;
  readonly isNullable: boolean;
}

/** The declared type of an expression, where this file declares one. */
export function declaredType(code: Code, expression: Node): DeclaredType | undefined {
  if (expression.type === "TSAsExpression") return readType(code, expression.typeAnnotation, false);
  if (expression.type === "TSNonNullExpression") return declaredType(code, expression.expression);
  const node = unwrap(expression);
  if (node.type === "Identifier") {
    const binding = code.bindings.resolve(node);
    return binding && fromIdentifier(code, binding.identifier, binding.declaration);
  }
  if (!isMember(node) || pathOf(code, node.object) !== "this") return undefined;
  const owner = code.tree.classAround(node);
  const name = memberName(code, node);
  for (const part of owner?.body.body ?? []) {
    const type = fieldType(code, part, name);
    if (type) return type;
  }
  return undefined;
}

function fieldType(code: Code, part: t.ClassBody["body"][number], name: string | undefined): DeclaredType | undefined {
  if (part.type === "ClassProperty" || part.type === "ClassPrivateProperty") {
    const isComputed = part.type === "ClassProperty" && (part.computed ?? false);
    if (propertyName(code, part.key, isComputed) !== name) return undefined;
    const isOptional = part.type === "ClassProperty" && part.optional === true;
    const annotation = part.typeAnnotation;
    if (annotation?.type === "TSTypeAnnotation") return readType(code, annotation.typeAnnotation, isOptional);
    return code.typescript && part.value ? inferredType(part.value) : undefined;
  }
  if (part.type !== "ClassMethod" || part.kind !== "constructor") return undefined;
  for (const parameter of part.params) {
    if (parameter.type !== "TSParameterProperty") continue;
    const identifier = parameter.parameter.type === "Identifier" ? parameter.parameter : parameter.parameter.left;
    if (identifier.type === "Identifier" && identifier.name === name) return fromIdentifier(code, identifier, part);
  }
  return undefined;
}

function fromIdentifier(code: Code, identifier: t.Identifier, declaration: Node): DeclaredType | undefined {
  const annotation = identifier.typeAnnotation;
  if (annotation?.type === "TSTypeAnnotation") {
    return readType(code, annotation.typeAnnotation, identifier.optional === true);
  }
  if (!code.typescript || declaration.type !== "VariableDeclarator" || !declaration.init) return undefined;
  return declaration.id === identifier ? inferredType(declaration.init) : undefined;
}

/** The type that TypeScript infers for a variable or field from a literal. */
function inferredType(value: Node): DeclaredType | undefined {
  if (value.type === "TSAsExpression") return undefined;
  const node = unwrap(value);
  const isString = node.type === "StringLiteral" || node.type === "TemplateLiteral";
  const isCollection =
    node.type === "ArrayExpression" ||
    (node.type === "NewExpression" && node.callee.type === "Identifier" && /^(?:Set|Array)$/.test(node.callee.name));
  if (!isString && !isCollection) return undefined;
  return { names: [], isPrimitive: isString, isString, isCollection, takesUndefined: false, isNullable: false };
}

function readType(code: Code, annotation: t.TSType, isOptional: boolean): DeclaredType {
  const parts = annotation.type === "TSUnionType" ? annotation.types : [annotation];
  const names = parts.flatMap((part) => (part.type === "TSTypeReference" ? [referenceName(part)] : []));
  const has = (type: t.TSType["type"]) => parts.some((part) => part.type === type);
  const isString = has("TSStringKeyword");
  const isOpen = has("TSAnyKeyword") || has("TSUnknownKeyword");
  const members = parts.length === 1 ? membersOf(code, annotation) : undefined;
  return {
    names,
    ...(members && { members }),
    isPrimitive: names.length === 0 && !has("TSTypeLiteral") && !isOpen,
    isString,
    isCollection: has("TSArrayType") || names.some((name) => /^(?:Readonly)?(?:Set|Array)$/.test(name)),
    takesUndefined: isOptional || isOpen || has("TSUndefinedKeyword") || (!isString && names.length > 0),
    isNullable: isOptional || isOpen || has("TSUndefinedKeyword") || has("TSNullKeyword"),
  };
}

function referenceName(reference: t.TSTypeReference): string {
  const name = reference.typeName;
  return name.type === "Identifier" ? name.name : name.type === "TSQualifiedName" ? name.right.name : "this";
}

function membersOf(code: Code, annotation: t.TSType): string[] | undefined {
  if (annotation.type === "TSTypeLiteral") return memberNames(code, annotation.members);
  if (annotation.type !== "TSTypeReference") return undefined;
  const name = referenceName(annotation);
  for (const statement of code.tree.program.body) {
    const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (declaration?.type === "TSInterfaceDeclaration" && declaration.id.name === name) {
      return declaration.extends?.length ? undefined : memberNames(code, declaration.body.body);
    }
    if (declaration?.type === "ClassDeclaration" && declaration.id?.name === name && !declaration.superClass) {
      return declaration.body.body.flatMap((part) =>
        part.type === "ClassMethod" ? (propertyName(code, part.key, part.computed) ?? []) : [],
      );
    }
  }
  return undefined;
}

function memberNames(code: Code, members: readonly t.TSTypeElement[]): string[] {
  return members.flatMap((member) =>
    member.type === "TSMethodSignature" || member.type === "TSPropertySignature"
      ? (propertyName(code, member.key, member.computed ?? false) ?? [])
      : [],
  );
}

/** The declared type of the `scope` option of a function of this file, where it has one. */
export function optionType(code: Code, parameter: Node | undefined, option: string): DeclaredType | undefined {
  if (parameter?.type !== "Identifier" || parameter.typeAnnotation?.type !== "TSTypeAnnotation") return undefined;
  const literal = parameter.typeAnnotation.typeAnnotation;
  if (literal.type !== "TSTypeLiteral") return undefined;
  for (const member of literal.members) {
    if (member.type !== "TSPropertySignature" || propertyName(code, member.key, member.computed ?? false) !== option)
      continue;
    return member.typeAnnotation
      ? readType(code, member.typeAnnotation.typeAnnotation, member.optional === true)
      : undefined;
  }
  return undefined;
}
