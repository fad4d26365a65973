import type * as t from "@babel/types";
import { type Code, rangeOf } from "../parse/code.ts";
import { type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
import { libraryNamed, libraryOfType, makesList } from "./library/lookup.ts";
import { type Part, partsNamed } from "./parts.ts";
import { isMember, memberName, pathOf, propertyName, unwrap } from "./syntax.ts";
import { refusesText } from "./text-types.ts";
import { isThis } from "./this.ts";

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
  /** Whether `null` is among its values. */
  readonly holdsNull: boolean;
  /** Whether not every string can be assigned, or what is read need not be one: literals, enums, brands, `unknown`. */
  readonly refusesText?: boolean;
  /** The members of a type that is written out, or declared as an interface or alias of this file. */
  readonly record?: readonly t.TSTypeElement[];
  /** The type as it is written. */
  readonly annotation?: t.TSType;
  /** Whether `tokens()`, as other files declare it, takes no argument and gives a record whose scope is a text. */
  readonly givesTokens?: boolean;
}

/** The declared type of an expression, where this file declares one, or other files tell. */
export function declaredType(code: Code, expression: Node): DeclaredType | undefined {
  const written = writtenType(code, expression);
  const told = code.facts?.typeAt?.(rangeOf(expression));
  return told ? { names: [], isNullable: true, ...written, ...told } : written;
}

function writtenType(code: Code, expression: Node): DeclaredType | undefined {
  if (expression.type === "TSAsExpression" || expression.type === "TSTypeAssertion") {
    return readType(code, expression.typeAnnotation, false);
  }
  if (expression.type === "TSNonNullExpression") return declaredType(code, expression.expression);
  const node = unwrap(expression);
  if (node.type === "Identifier") {
    const binding = code.bindings.resolve(node);
    return binding && fromIdentifier(code, binding.identifier, binding.declaration);
  }
  if (!isMember(node)) return undefined;
  if (!isThis(pathOf(code, node.object))) {
    const record = declaredType(code, node.object)?.record;
    return record && optionOf(code, record, memberName(code, node));
  }
  const owner = code.tree.classAround(node);
  const name = memberName(code, node);
  if (!owner || name === undefined) return undefined;
  for (const part of [...partsNamed(code, owner, name), ...partsNamed(code, owner, "constructor")]) {
    const type = fieldType(code, part, name);
    if (type) return type;
  }
  return undefined;
}

function fieldType(code: Code, part: Part, name: string): DeclaredType | undefined {
  if (part.type === "ClassProperty" || part.type === "ClassPrivateProperty") {
    const isComputed = part.type === "ClassProperty" && (part.computed ?? false);
    if (propertyName(code, part.key, isComputed) !== name) return undefined;
    const isOptional = "optional" in part && part.optional === true;
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
  if (isFunction(declaration)) return fromPattern(code, identifier, declaration);
  if (!code.typescript || declaration.type !== "VariableDeclarator" || !declaration.init) return undefined;
  if (declaration.id !== identifier) return fromRecord(code, identifier, declaration);
  const { init } = declaration;
  const isCast = init.type === "TSAsExpression" || init.type === "TSTypeAssertion";
  return isCast ? readType(code, init.typeAnnotation, false) : inferredType(init);
}

/** The type of a name taken out of a record: `const { provider } = connection`. */
function fromRecord(
  code: Code,
  identifier: t.Identifier,
  { id, init }: t.VariableDeclarator,
): DeclaredType | undefined {
  const record = id.type === "ObjectPattern" && init ? declaredType(code, init)?.record : undefined;
  const property =
    id.type === "ObjectPattern"
      ? id.properties.find((each) => each.type === "ObjectProperty" && each.value === identifier)
      : undefined;
  if (!record || property?.type !== "ObjectProperty") return undefined;
  return optionOf(code, record, propertyName(code, property.key, property.computed));
}

/** The type of a name in a parameter `{ url, provider }: { url: string; provider: OAuthClientProvider }`. */
function fromPattern(code: Code, identifier: t.Identifier, target: FunctionNode): DeclaredType | undefined {
  for (const parameter of target.params) {
    if (parameter.type !== "ObjectPattern" || parameter.typeAnnotation?.type !== "TSTypeAnnotation") continue;
    const { record } = readType(code, parameter.typeAnnotation.typeAnnotation, false);
    for (const property of parameter.properties) {
      if (property.type !== "ObjectProperty" || property.value !== identifier) continue;
      return record && optionOf(code, record, propertyName(code, property.key, property.computed));
    }
  }
  return undefined;
}

/** The type that TypeScript infers for a variable or field from a literal. */
function inferredType(value: Node): DeclaredType | undefined {
  if (value.type === "TSAsExpression") return undefined;
  const node = unwrap(value);
  const isString = node.type === "StringLiteral" || node.type === "TemplateLiteral";
  const isCollection =
    node.type === "ArrayExpression" || (node.type === "NewExpression" && makesList(libraryNamed(node.callee)));
  if (!isString && !isCollection) return undefined;
  return {
    names: [],
    isPrimitive: isString,
    isString,
    isCollection,
    takesUndefined: false,
    isNullable: false,
    holdsNull: false,
  };
}

function readType(code: Code, annotation: t.TSType, isOptional: boolean): DeclaredType {
  const parts = annotation.type === "TSUnionType" ? annotation.types : [annotation];
  const names = parts.flatMap((part) => (part.type === "TSTypeReference" ? [referenceName(part)] : []));
  const has = (type: t.TSType["type"]) => parts.some((part) => part.type === type);
  const isString = has("TSStringKeyword");
  const isOpen = has("TSAnyKeyword") || has("TSUnknownKeyword");
  const members = parts.length === 1 ? membersOf(code, annotation) : undefined;
  const record = recordOf(code, annotation);
  return {
    names,
    ...(members && { members }),
    isPrimitive: names.length === 0 && !has("TSTypeLiteral") && !isOpen,
    isString,
    isCollection: has("TSArrayType") || names.some((name) => makesList(libraryOfType(name))),
    takesUndefined: isOptional || isOpen || has("TSUndefinedKeyword"),
    isNullable: isOptional || isOpen || has("TSUndefinedKeyword") || has("TSNullKeyword"),
    holdsNull: has("TSNullKeyword"),
    annotation,
    ...(record && { record }),
    ...(parts.some((part) => refusesText(code, part)) && { refusesText: true }),
  };
}

function referenceName(reference: t.TSTypeReference): string {
  const name = reference.typeName;
  return name.type === "Identifier" ? name.name : name.type === "TSQualifiedName" ? name.right.name : "this";
}

/** The members of a written-out type, or of an interface or alias of this file that extends nothing. */
function recordOf(code: Code, annotation: t.TSType): readonly t.TSTypeElement[] | undefined {
  if (annotation.type === "TSTypeLiteral") return annotation.members;
  if (annotation.type !== "TSTypeReference") return undefined;
  const name = referenceName(annotation);
  for (const statement of code.tree.program.body) {
    const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (declaration?.type === "TSInterfaceDeclaration" && declaration.id.name === name) {
      return declaration.extends?.length ? undefined : declaration.body.body;
    }
    if (declaration?.type === "TSTypeAliasDeclaration" && declaration.id.name === name) {
      return declaration.typeAnnotation.type === "TSTypeLiteral" ? declaration.typeAnnotation.members : undefined;
    }
  }
  return undefined;
}

function membersOf(code: Code, annotation: t.TSType): string[] | undefined {
  const record = recordOf(code, annotation);
  if (record) return memberNames(code, record);
  if (annotation.type !== "TSTypeReference") return undefined;
  const name = referenceName(annotation);
  for (const statement of code.tree.program.body) {
    const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
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
  if (parameter?.type !== "Identifier" && parameter?.type !== "ObjectPattern") return undefined;
  if (parameter.typeAnnotation?.type !== "TSTypeAnnotation") return undefined;
  const record = recordOf(code, parameter.typeAnnotation.typeAnnotation);
  return record && optionOf(code, record, option);
}

/** The declared type of a member of a written-out type. */
function optionOf(
  code: Code,
  record: readonly t.TSTypeElement[],
  option: string | undefined,
): DeclaredType | undefined {
  for (const member of record) {
    if (member.type !== "TSPropertySignature" || propertyName(code, member.key, member.computed ?? false) !== option)
      continue;
    return member.typeAnnotation
      ? readType(code, member.typeAnnotation.typeAnnotation, member.optional === true)
      : undefined;
  }
  return undefined;
}
