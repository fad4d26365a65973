import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { bindingFrom, type Imported, importedFrom } from "./imported.ts";
import { isProviderOfSdk } from "./sdk.ts";
import { unwrap } from "./syntax.ts";
import { givesNoText } from "./tokens-given.ts";
import { tokensFit } from "./tokens-types.ts";
import { declarationOf, type Fit, fitOfAll, parametersRequired, propertyKey, typeNamed } from "./type-names.ts";

/** More types behind each other than a person writes. */
const MOST_TYPES = 6;

/**
 * Whether what has a type is an OAuth client provider: the SDK's type, one that extends or implements it, or one of
 * this file whose `tokens()` takes no argument and gives a record with a scope.
 */
export function providerFit(code: Code, annotation: Node, depth = 0): Fit {
  if (depth > MOST_TYPES) return "unknown";
  const next = (type: Node) => providerFit(code, type, depth + 1);
  switch (annotation.type) {
    case "TSParenthesizedType":
      return next(annotation.typeAnnotation);
    case "TSUnionType":
      return fitOfAll(
        annotation.types.filter(({ type }) => !/^TS(?:Undefined|Null|Void)Keyword$/.test(type)).map(next),
      );
    case "TSIntersectionType":
      return annotation.types.map(next).includes("fits") ? "fits" : "unknown";
    case "TSTypeLiteral":
      return membersFit(code, annotation.members);
    case "TSTypeReference":
      return referenceFit(code, annotation, depth);
    case "TSImportType": {
      const name = annotation.qualifier?.type === "Identifier" ? annotation.qualifier.name : undefined;
      const source: Node = annotation.argument;
      const text = source.type === "StringLiteral" ? source.value : literalText(source);
      if (name === undefined || text === undefined) return "unknown";
      return importedFit(code, { module: text, name });
    }
    case "TSAnyKeyword":
    case "TSUnknownKeyword":
    case "TSObjectKeyword":
    case "TSIndexedAccessType":
    case "TSTypeQuery":
    case "TSConditionalType":
    case "TSMappedType":
      return "unknown";
    default:
      return "other";
  }
}

const literalText = (node: Node): string | undefined =>
  node.type === "TSLiteralType" && node.literal.type === "StringLiteral" ? node.literal.value : undefined;

/** Types of TypeScript's library that leave the members of what they are given as they are. */
const SAME_MEMBERS = /^(?:Readonly|Required|NonNullable|Awaited)$/;

function referenceFit(code: Code, reference: t.TSTypeReference, depth: number): Fit {
  const { typeName } = reference;
  const [inner, keys] = reference.typeParameters?.params ?? [];
  if (typeName.type === "Identifier" && inner) {
    if (SAME_MEMBERS.test(typeName.name)) return providerFit(code, inner, depth + 1);
    if (typeName.name === "Pick" || typeName.name === "Omit") {
      const isKept = keys !== undefined && keysOf(keys).includes("tokens") === (typeName.name === "Pick");
      return isKept ? providerFit(code, inner, depth + 1) : "unknown";
    }
  }
  const found = typeNamed(code, typeName, reference);
  if (!found) return "unknown";
  return "type" in found ? declaredFit(code, found, depth + 1) : importedFit(code, found);
}

const keysOf = (keys: Node): (string | undefined)[] =>
  keys.type === "TSUnionType" ? keys.types.map(literalText) : [literalText(keys)];

const importedFit = (code: Code, imported: Imported): Fit =>
  isProviderOfSdk(code, imported) || code.facts?.roleOf?.(imported) === "provider" ? "fits" : "unknown";

/** The same for an interface, class, alias, enum or type parameter of this file. */
function declaredFit(code: Code, declaration: Node, depth: number): Fit {
  if (depth > MOST_TYPES) return "unknown";
  switch (declaration.type) {
    case "TSInterfaceDeclaration": {
      const own = membersFit(code, declaration.body.body);
      const bases = (declaration.extends ?? []).map(({ expression }) => namedFit(code, expression, declaration, depth));
      const hasOwn = declaration.body.body.some((member) => propertyKey(code, member) === "tokens");
      return hasOwn || bases.length === 0 ? own : bases.includes("fits") ? "fits" : "unknown";
    }
    case "TSTypeAliasDeclaration":
      return providerFit(code, declaration.typeAnnotation, depth);
    case "TSTypeParameter":
      return declaration.constraint ? providerFit(code, declaration.constraint, depth) : "unknown";
    case "ClassDeclaration":
    case "ClassExpression":
      return classFit(code, declaration, depth);
    case "TSEnumDeclaration":
      return "other";
    default:
      return "unknown";
  }
}

/** Whether the objects of a class of this file are providers. */
export function classFit(code: Code, declaration: t.Class, depth = 0): Fit {
  if (givesNoText(code, declaration)) return "other";
  const named = (declaration.implements ?? []).flatMap((each) =>
    each.type === "TSExpressionWithTypeArguments" ? namedFit(code, each.expression, declaration, depth) : [],
  );
  if (named.includes("fits")) return "fits";
  const method = declaration.body.body.find((part) => propertyKey(code, part) === "tokens");
  if (method?.type === "ClassMethod" && method.kind === "method" && !method.static) {
    if (parametersRequired(method.params) > 0) return "other";
    const { returnType } = method;
    return tokensFit(code, returnType?.type === "TSTypeAnnotation" ? returnType.typeAnnotation : undefined);
  }
  if (method || declaration.superClass?.type !== "Identifier") {
    return declaration.superClass || method ? "unknown" : "other";
  }
  return namedFit(code, declaration.superClass, declaration, depth);
}

function namedFit(code: Code, name: Node, at: Node, depth: number): Fit {
  const found = typeNamed(code, name, at);
  if (!found) return "unknown";
  return "type" in found ? declaredFit(code, found, depth + 1) : importedFit(code, found);
}

/** Whether the members of a written-out type are those of a provider, as far as its tokens go. */
function membersFit(code: Code, members: readonly t.TSTypeElement[]): Fit {
  const tokens = members.find((member) => propertyKey(code, member) === "tokens");
  if (!tokens || !("key" in tokens) || ("optional" in tokens && tokens.optional)) return "other";
  if (tokens.type === "TSMethodSignature") {
    if (tokens.kind !== "method" || parametersRequired(tokens.parameters) > 0) return "other";
    return tokensFit(code, tokens.typeAnnotation?.typeAnnotation);
  }
  if (tokens.type !== "TSPropertySignature") return "other";
  const type = tokens.typeAnnotation?.typeAnnotation;
  if (type?.type !== "TSFunctionType") return type?.type === "TSTypeReference" || !type ? "unknown" : "other";
  if (parametersRequired(type.parameters) > 0) return "other";
  return tokensFit(code, type.typeAnnotation?.typeAnnotation);
}

/** Whether what `new` makes is a provider. */
export function instanceFit(code: Code, made: Node): Fit {
  const node = unwrap(made);
  if (node.type !== "NewExpression") return "unknown";
  const imported = importedFrom(code, node.callee);
  if (imported) return importedFit(code, imported);
  const callee = unwrap(node.callee);
  const binding = callee.type === "Identifier" ? code.bindings.resolve(callee) : undefined;
  const declaration = binding && declarationOf(binding);
  if (!declaration) return "unknown";
  const isClass = declaration.type === "ClassDeclaration" || declaration.type === "ClassExpression";
  if (isClass && givesNoText(code, declaration)) return "other";
  const fit = bindingFrom(code, binding) ? "unknown" : declaredFit(code, declaration, 0);
  // What a class has that other code adds to it, or that JavaScript inherits, is not seen.
  return fit !== "fits" && !code.typescript ? "unknown" : fit;
}
