import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { isTokensOfSdk } from "./sdk.ts";
import { type Fit, fitOfAll, propertyKey, typeNamed } from "./type-names.ts";

/** More types behind each other than a person writes. */
const MOST_TYPES = 6;

/** Whether a `tokens()` is a provider's, by the type of its result: one that gives something else is unfit. */
export function tokensFit(code: Code, annotation: Node | undefined): Fit {
  const fit = annotation ? resultFits(code, annotation) : "unknown";
  return fit === "other" ? "unfit" : fit;
}

/** Whether what `tokens()` gives, waited for, is a record whose scope is a text or missing, or nothing. */
function resultFits(code: Code, annotation: Node, depth = 0): Fit {
  const next = (type: Node) => resultFits(code, type, depth + 1);
  if (depth > MOST_TYPES) return "unknown";
  switch (annotation.type) {
    case "TSParenthesizedType":
      return next(annotation.typeAnnotation);
    case "TSUnionType":
      return fitOfAll(annotation.types.filter((each) => !isNothing(each)).map(next));
    case "TSIntersectionType":
      return annotation.types.map(next).includes("fits") ? "fits" : "unknown";
    case "TSTypeLiteral":
      return scopeFits(code, annotation.members);
    case "TSTypeReference":
      return referenceFits(code, annotation, depth);
    case "TSAnyKeyword":
    case "TSUnknownKeyword":
    case "TSImportType":
    case "TSIndexedAccessType":
    case "TSTypeQuery":
    case "TSConditionalType":
    case "TSMappedType":
      return "unknown";
    default:
      return "other";
  }
}

const isNothing = ({ type }: Node): boolean => /^TS(?:Undefined|Null|Void)Keyword$/.test(type);

function referenceFits(code: Code, reference: t.TSTypeReference, depth: number): Fit {
  const { typeName } = reference;
  const [inner] = reference.typeParameters?.params ?? [];
  const isAround = /^(?:Promise|PromiseLike|Awaited|Readonly|NonNullable|Partial)$/;
  if (typeName.type === "Identifier" && inner && isAround.test(typeName.name))
    return resultFits(code, inner, depth + 1);
  const found = typeNamed(code, typeName, reference);
  if (!found) return "unknown";
  if (!("type" in found)) return isTokensOfSdk(code, found) ? "fits" : "unknown";
  if (found.type === "TSTypeAliasDeclaration") return resultFits(code, found.typeAnnotation, depth + 1);
  if (found.type !== "TSInterfaceDeclaration") return "unknown";
  const hasScope = found.body.body.some((member) => propertyKey(code, member) === "scope");
  if (hasScope || !found.extends?.length) return scopeFits(code, found.body.body);
  const bases = found.extends.map(({ expression }) => typeNamed(code, expression, found));
  return bases.some((base) => base && !("type" in base) && isTokensOfSdk(code, base)) ? "fits" : "unknown";
}

function scopeFits(code: Code, members: readonly t.TSTypeElement[]): Fit {
  const scope = members.find((member) => propertyKey(code, member) === "scope");
  if (scope?.type !== "TSPropertySignature") return "other";
  const type = scope.typeAnnotation?.typeAnnotation;
  const parts: Node[] = type?.type === "TSUnionType" ? type.types : type ? [type] : [];
  // A union that is asked for takes texts and nothing else: not null.
  const isText = ({ type }: Node) => type === "TSStringKeyword" || type === "TSUndefinedKeyword";
  return parts.length > 0 && parts.every(isText) && parts.some(({ type }) => type === "TSStringKeyword")
    ? "fits"
    : parts.some(({ type }) => type === "TSTypeReference")
      ? "unknown"
      : "other";
}
