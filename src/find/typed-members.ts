import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { propertyKey, typeNamed } from "./type-names.ts";

/** A member of a type of this file, with the type that it is written with. */
export interface TypedMember {
  readonly name: string;
  readonly annotation: t.TSType;
  readonly isOptional: boolean;
}

/** More types behind each other than a person writes. */
const MOST_TYPES = 4;

/** The members, with their types, of an interface, class, alias or literal type; `undefined` in a union set aside. */
export function typedMembers(code: Code, annotation: Node, depth = 0): TypedMember[] {
  if (depth > MOST_TYPES) return [];
  switch (annotation.type) {
    case "TSUnionType": {
      const parts = annotation.types.filter(({ type }) => !/^TS(?:Undefined|Null)Keyword$/.test(type));
      const [only, ...others] = parts;
      return only && others.length === 0 ? typedMembers(code, only, depth + 1) : [];
    }
    case "TSIntersectionType":
      return annotation.types.flatMap((part) => typedMembers(code, part, depth + 1));
    case "TSParenthesizedType":
    case "TSTypeAliasDeclaration":
      return typedMembers(code, annotation.typeAnnotation, depth + 1);
    case "TSTypeLiteral":
      return annotation.members.flatMap((member) => signature(code, member));
    case "TSInterfaceDeclaration": {
      const bases = (annotation.extends ?? []).map(({ expression }) => typeNamed(code, expression, annotation));
      const inherited = bases.flatMap((base) => (base && "type" in base ? typedMembers(code, base, depth + 1) : []));
      return [...annotation.body.body.flatMap((member) => signature(code, member)), ...inherited];
    }
    case "TSTypeReference": {
      const [inner] = annotation.typeParameters?.params ?? [];
      const isSame =
        annotation.typeName.type === "Identifier" && /^(?:Readonly|Required)$/.test(annotation.typeName.name);
      if (inner && isSame) return typedMembers(code, inner, depth + 1);
      const found = typeNamed(code, annotation.typeName, annotation);
      return found && "type" in found ? typedMembers(code, found, depth + 1) : [];
    }
    case "ClassDeclaration":
    case "ClassExpression":
      return fieldsOf(code, annotation).filter(({ isOpen }) => isOpen);
    default:
      return [];
  }
}

function signature(code: Code, member: t.TSTypeElement): TypedMember[] {
  const name = propertyKey(code, member);
  if (member.type !== "TSPropertySignature" || name === undefined || !member.typeAnnotation) return [];
  return [{ name, annotation: member.typeAnnotation.typeAnnotation, isOptional: member.optional === true }];
}

/** A field of a class; `isOpen` where other code may read it. */
export interface TypedField extends TypedMember {
  readonly node: Node;
  readonly isOpen: boolean;
}

/** The fields of a class that are declared with a type, in its body or as parameters of its constructor. */
export function fieldsOf(code: Code, owner: t.Class): TypedField[] {
  return owner.body.body.flatMap((part): TypedField[] => {
    if (part.type === "ClassMethod" && part.kind === "constructor") {
      return part.params.flatMap((parameter) => {
        if (parameter.type !== "TSParameterProperty") return [];
        const { accessibility } = parameter;
        const name = parameter.parameter.type === "Identifier" ? parameter.parameter : parameter.parameter.left;
        return name.type === "Identifier" ? field(name.name, name, name, accessibility) : [];
      });
    }
    if (part.type !== "ClassProperty" && part.type !== "ClassPrivateProperty") return [];
    const name = propertyKey(code, part);
    if (name === undefined || part.static) return [];
    return field(name, part.key, part, "accessibility" in part ? part.accessibility : "private");
  });
}

function field(name: string, node: Node, typed: Node, accessibility: string | null | undefined): TypedField[] {
  const annotation = "typeAnnotation" in typed ? typed.typeAnnotation : undefined;
  if (annotation?.type !== "TSTypeAnnotation") return [];
  const isOptional = "optional" in typed && typed.optional === true;
  const isOpen = accessibility !== "private" && accessibility !== "protected";
  return [{ name, annotation: annotation.typeAnnotation, isOptional, node, isOpen }];
}
