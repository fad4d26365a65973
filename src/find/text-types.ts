import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { NARROWING } from "../rules/names.ts";
import { isParameter, membersNamed, typesNamed } from "./declared-types.ts";
import { libraryOfType, makesMany } from "./library/lookup.ts";
import { isCall, isMember } from "./syntax.ts";

/** What values of a type may be, as bits, where the question is whether they are texts of scopes. */
export type TextType = number;
/** Any text. */
export const TEXT = 1;
/** `undefined`. */
export const NOTHING = 2;
export const NULL = 4;
/** An array or a Set. */
export const LIST = 8;
/** One of a few texts, a text of its own kind, or no text at all. */
export const OTHER = 16;
/** A type that this file does not resolve. */
export const OPEN = 32;
/** `any`, declared or for want of a type: only the uses tell. */
export const ANY = 64;

const MOST_DEPTH = 8;

/** Types of the language's library that change nothing about a text. */
const SAME = /^(?:Readonly|Required|NoInfer|NonNullable)$/;

/** What values of a written type may be. */
export function textTypeOf(code: Code, type: t.TSType, depth = 0): TextType {
  if (depth > MOST_DEPTH) return OPEN;
  const inner = (each: t.TSType) => textTypeOf(code, each, depth + 1);
  switch (type.type) {
    case "TSStringKeyword":
      return TEXT;
    case "TSUndefinedKeyword":
    case "TSVoidKeyword":
      return NOTHING;
    case "TSNullKeyword":
      return NULL;
    case "TSAnyKeyword":
      return ANY;
    case "TSNeverKeyword":
      return 0;
    case "TSArrayType":
    case "TSTupleType":
      return LIST;
    case "TSTypeOperator":
      return type.operator === "readonly" ? inner(type.typeAnnotation) : OTHER;
    case "TSParenthesizedType":
    case "TSOptionalType":
      return inner(type.typeAnnotation);
    case "TSUnionType":
      return type.types.reduce((all, each) => all | inner(each), 0);
    case "TSIntersectionType":
      // `string & { brand }` takes no text; what else is intersected is no text, or not known.
      return type.types.some(({ type: part }) => part === "TSStringKeyword") ? OTHER : OPEN;
    case "TSTypeReference":
      return ofReference(code, type, depth);
    case "TSIndexedAccessType":
      return ofMember(code, type, depth);
    case "TSTypeQuery":
      return isNarrowed(code, type) ? OTHER : OPEN;
    case "TSConditionalType":
    case "TSMappedType":
    case "TSInferType":
    case "TSImportType":
      return OPEN;
    default:
      return OTHER;
  }
}

/** Whether a part of a declared type is a string of its own kind only, or no string for certain, as far as this file tells. */
export const refusesText = (code: Code, type: t.TSType): boolean => {
  if (type.type !== "TSTypeReference") return (textTypeOf(code, type) & OTHER) !== 0 && !isRecord(type);
  const declared = typesNamed(code, type);
  const isRecordName = !isParameter(declared) && declared.some((each) => /Interface|Class/.test(each.type));
  return !isRecordName && (textTypeOf(code, type) & OTHER) !== 0;
};

const isRecord = ({ type }: t.TSType): boolean => /^TS(?:TypeLiteral|FunctionType|ConstructorType)$/.test(type);

/** Whether what a type is taken from is a schema of this file that leaves texts out: `typeof Scope.Type` of `Schema.brand(…)`. */
function isNarrowed(code: Code, { exprName }: t.TSTypeQuery): boolean {
  let root: Node = exprName;
  while (root.type === "TSQualifiedName") root = root.left;
  const binding = root.type === "Identifier" ? code.bindings.lookup(root.name, exprName) : undefined;
  const init = binding?.declaration.type === "VariableDeclarator" ? binding.declaration.init : undefined;
  let isFound = false;
  if (init)
    code.tree.walk(init, (node) => {
      const name = isCall(node) ? lastNameOf(node.callee) : undefined;
      isFound ||= name !== undefined && NARROWING.test(name);
      return !isFound;
    });
  return isFound;
}

const lastNameOf = (callee: Node): string | undefined => {
  const name = isMember(callee) ? callee.property : callee;
  return name.type === "Identifier" ? name.name : undefined;
};

function ofReference(code: Code, reference: t.TSTypeReference, depth: number): TextType {
  const declared = typesNamed(code, reference);
  if (isParameter(declared)) return OTHER;
  const [first] = declared;
  if (first?.type === "TSTypeAliasDeclaration")
    return first.typeParameters ? OPEN : textTypeOf(code, first.typeAnnotation, depth + 1);
  if (first) return OTHER;
  const name = reference.typeName.type === "Identifier" ? reference.typeName.name : "";
  const [argument] = argumentsOf(reference);
  // `z.infer<typeof Scope>`
  if (argument?.type === "TSTypeQuery" && isNarrowed(code, argument)) return OTHER;
  if (code.bindings.lookup(name, reference)) return OPEN;
  if (name === "Iterable" || makesMany(libraryOfType(name))) return LIST;
  if (!argument || !SAME.test(name)) return OPEN;
  const found = textTypeOf(code, argument, depth + 1);
  return name === "NonNullable" ? found & ~(NOTHING | NULL) : found;
}

export const argumentsOf = (reference: t.TSTypeReference): readonly t.TSType[] =>
  reference.typeParameters?.params ?? [];

/** `Options["scope"]` of a record of this file. */
function ofMember(code: Code, { objectType, indexType }: t.TSIndexedAccessType, depth: number): TextType {
  const literal = indexType.type === "TSLiteralType" ? indexType.literal : undefined;
  const name = literal?.type === "StringLiteral" ? literal.value : undefined;
  const members = name === undefined ? undefined : membersNamed(code, objectType, name);
  if (!members) return OPEN;
  return members.reduce((all, each) => all | textTypeOfMember(code, each, depth + 1), 0);
}

/** What a member of a record type may be. */
export function textTypeOfMember(code: Code, member: Node, depth = 0): TextType {
  if (member.type !== "TSPropertySignature" && member.type !== "ClassProperty") return OTHER;
  const annotation =
    member.typeAnnotation?.type === "TSTypeAnnotation" ? member.typeAnnotation.typeAnnotation : undefined;
  return (annotation ? textTypeOf(code, annotation, depth) : ANY) | (member.optional ? NOTHING : 0);
}
