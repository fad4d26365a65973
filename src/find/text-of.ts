import type * as t from "@babel/types";
import type { Binding } from "../parse/bindings.ts";
import { type Code, rangeOf } from "../parse/code.ts";
import { covers, isFunction, type Node } from "../parse/tree.ts";
import { heldByCell, heldByType } from "./cells.ts";
import { isParameter, membersNamed, typesCalled } from "./declared-types.ts";
import { classTested } from "./error-parts.ts";
import { documentedType } from "./jsdoc.ts";
import { libraryNamed, libraryOf, makesMany, methodOf } from "./library/lookup.ts";
import { partsNamed } from "./parts.ts";
import { classGiven } from "./shells.ts";
import { isMember, isNothing, memberName, pathOf, propertyName, propertyValue, unwrap } from "./syntax.ts";
import {
  ANY,
  LIST,
  NOTHING,
  NULL,
  OPEN,
  OTHER,
  TEXT,
  type TextType,
  textTypeOf,
  textTypeOfMember,
} from "./text-types.ts";
import { isThis } from "./this.ts";
import { typeGiven } from "./types-given.ts";

/**
 * Where the type of an expression is told: by an annotation, by the value that it is inferred from, by accessors, or in
 * a place that this file does not show. Undefined for what has no type but `any`.
 */
type Told =
  | { readonly annotation: t.TSType; readonly isOptional?: boolean }
  | { readonly value: Node }
  | { readonly text: TextType }
  | "elsewhere"
  | undefined;

const MOST_DEPTH = 8;

/** What the values of a variable, a field or a property may be, by its declared or inferred type. */
export function textOfType(code: Code, expression: Node): TextType {
  const told = code.facts?.typeAt?.(rangeOf(expression));
  const written = asText(code, toldOf(code, expression, 0), 0);
  if (!told) return written;
  const known = written & (TEXT | LIST | OTHER);
  const kind = known || (told.isCollection ? LIST : told.isString ? TEXT : OTHER);
  return kind | (told.takesUndefined ? NOTHING : 0) | (told.holdsNull ? NULL : 0);
}

/** The same of a property of a record: of the options that are replaced along with others. */
export const textOfProperty = (code: Code, record: Node, name: string): TextType =>
  asText(code, memberOf(code, toldOf(code, record, 0), name, 0), 0);

/** The value with which a variable, a field or a property begins, where it has no declared type. */
export function valueAtFirst(code: Code, expression: Node, property?: string): Node | undefined {
  const whole = toldOf(code, expression, 0);
  const told = property === undefined ? whole : memberOf(code, whole, property, 0);
  return typeof told === "object" && "value" in told ? told.value : undefined;
}

function asText(code: Code, told: Told, depth: number): TextType {
  if (told === undefined) return ANY;
  if (told === "elsewhere" || depth > MOST_DEPTH) return OPEN;
  if ("text" in told) return told.text;
  if ("annotation" in told) return textTypeOf(code, told.annotation) | (told.isOptional ? NOTHING : 0);
  const found = textOfValue(code, told.value, depth + 1);
  // Without types, a value that is there at first says nothing of what may come.
  return code.typescript || (found & OPEN) === 0 ? found : ANY;
}

/** What TypeScript infers from a value; without types, what there is at first. */
export function textOfValue(code: Code, value: Node, depth = 0): TextType {
  if (value.type === "TSAsExpression" || value.type === "TSTypeAssertion") {
    const { typeAnnotation } = value;
    const isConst = typeAnnotation.type === "TSTypeReference" && nameOf(typeAnnotation) === "const";
    return isConst ? OTHER : textTypeOf(code, typeAnnotation);
  }
  const node = unwrap(value);
  switch (node.type) {
    case "StringLiteral":
    case "TemplateLiteral":
      return TEXT;
    case "ArrayExpression":
      return LIST;
    case "NewExpression":
      return makesMany(libraryNamed(node.callee)) ? LIST : OTHER;
    case "NumericLiteral":
    case "BooleanLiteral":
    case "ObjectExpression":
      return OTHER;
    case "BinaryExpression":
      return node.operator === "+" &&
        [node.left, node.right].some((side) => textOfValue(code, side, depth + 1) === TEXT)
        ? TEXT
        : OPEN;
    case "ConditionalExpression":
      return textOfValue(code, node.consequent, depth) | textOfValue(code, node.alternate, depth);
    case "LogicalExpression":
      return textOfValue(code, node.left, depth) | textOfValue(code, node.right, depth);
    case "CallExpression":
      return ofCall(code, node);
    case "Identifier":
    case "MemberExpression":
      return isNothing(node)
        ? ANY
        : depth > MOST_DEPTH
          ? OPEN
          : asText(code, toldOf(code, value, depth + 1), depth + 1);
    case "UnaryExpression":
      return isNothing(node) ? ANY : OTHER;
    default:
      return isNothing(node) ? ANY : OPEN;
  }
}

function ofCall(code: Code, call: t.CallExpression): TextType {
  const { callee } = call;
  const given = typeGiven(code, call);
  if (given) return textTypeOf(code, given);
  const makes = libraryOf(code, callee)?.makes;
  if (makes === "text" || makes === "list") return makes === "text" ? TEXT : LIST;
  if (!isMember(callee)) return OPEN;
  const gives = methodOf(code, callee)?.gives;
  // Of a text a text, of a list a list: `[].concat(this.scope, more)`.
  if (gives === "same" && unwrap(callee.object).type === "ArrayExpression") return LIST;
  return gives === "text" ? TEXT : gives === "list" ? LIST : OPEN;
}

const nameOf = ({ typeName }: t.TSTypeReference): string => (typeName.type === "Identifier" ? typeName.name : "");

function toldOf(code: Code, expression: Node, depth: number): Told {
  if (depth > MOST_DEPTH) return "elsewhere";
  if (expression.type === "TSAsExpression" || expression.type === "TSTypeAssertion") return { value: expression };
  const node = unwrap(expression);
  if (node.type === "Identifier") {
    const binding = code.bindings.resolve(node);
    return binding && ofBinding(code, binding, depth + 1);
  }
  if (!isMember(node)) return { value: expression };
  const name = memberName(code, node);
  // An element of a list or a record by a key that is not known.
  if (name === undefined) return code.typescript ? "elsewhere" : undefined;
  const owner = isThis(pathOf(code, node.object)) ? code.tree.classAround(node) : undefined;
  if (owner) {
    const field = ofClass(code, owner, name, depth + 1);
    // A cast reaches what a base class of another file hides: `(this as any)._scope`.
    if (field !== "elsewhere" || unwrap(node.object) === node.object) return field;
  }
  const tested = classTested(code, unwrap(node.object));
  if (tested) return ofClass(code, tested, name, depth + 1);
  return memberOf(code, toldOf(code, node.object, depth + 1), name, depth + 1);
}

function ofBinding(code: Code, binding: Binding, depth: number): Told {
  const { declaration, identifier, kind } = binding;
  const annotation = annotationOf(identifier);
  if (annotation) return { annotation, isOptional: identifier.optional === true };
  if (kind === "import" || kind === "enum") return "elsewhere";
  if (isFunction(declaration)) return ofParameter(code, binding, declaration.params, depth);
  if (declaration.type !== "VariableDeclarator") return undefined;
  const documented = documentedType(code, declaration);
  if (documented) return { annotation: documented };
  const { id, init } = declaration;
  if (!init) return undefined;
  return id === identifier ? { value: init } : takenFrom(code, id, identifier, toldOf(code, init, depth), depth);
}

function ofParameter(code: Code, { identifier }: Binding, parameters: readonly Node[], depth: number): Told {
  const whole = parameters.find((each) => covers(each, identifier));
  const given = whole?.type === "TSParameterProperty" ? whole.parameter : whole;
  const pattern = given?.type === "AssignmentPattern" ? given.left : given;
  if (pattern === identifier) return given?.type === "AssignmentPattern" ? { value: given.right } : undefined;
  const annotation = pattern && annotationOf(pattern);
  if (!pattern || (!annotation && code.typescript)) return undefined;
  return takenFrom(code, pattern, identifier, annotation && { annotation }, depth);
}

/** What a pattern takes out of a record: `const { scope } = challenge`. */
function takenFrom(code: Code, pattern: Node, identifier: Node, record: Told, depth: number): Told {
  if (pattern.type !== "ObjectPattern") return code.typescript ? "elsewhere" : undefined;
  const property = pattern.properties.find((each) => covers(each, identifier));
  if (property?.type !== "ObjectProperty") return "elsewhere";
  const name = propertyName(code, property.key, property.computed);
  if (name === undefined) return "elsewhere";
  const found = memberOf(code, record, name, depth + 1);
  if (property.value === identifier) return found;
  if (property.value.type !== "AssignmentPattern") return takenFrom(code, property.value, identifier, found, depth + 1);
  if (property.value.left !== identifier) return "elsewhere";
  // What stands in for nothing: `{ scope = "" }`, which says without types what a caller may give.
  const instead = found === undefined ? textOfValue(code, property.value.right, depth + 1) & (LIST | OTHER) : 0;
  return { text: (asText(code, found, depth) & ~NOTHING) | instead };
}

function memberOf(code: Code, record: Told, name: string, depth: number): Told {
  if (record === undefined) return undefined;
  if (record === "elsewhere" || depth > MOST_DEPTH || "text" in record) return "elsewhere";
  if ("annotation" in record) return ofRecordType(code, record.annotation, name);
  const { value } = record;
  if (value.type === "TSAsExpression" || value.type === "TSTypeAssertion")
    return ofRecordType(code, value.typeAnnotation, name);
  const node = unwrap(value);
  if (node.type === "ObjectExpression") {
    const property = propertyValue(code, node, name);
    return property ? { value: property } : code.typescript ? "elsewhere" : undefined;
  }
  const owner = node.type === "NewExpression" ? classGiven(code, node.callee) : undefined;
  if (owner) return ofClass(code, owner, name, depth + 1);
  const cell = heldByCell(code, node, name);
  if (cell) return cell;
  if (node.type === "Identifier" || isMember(node))
    return memberOf(code, toldOf(code, node, depth + 1), name, depth + 1);
  const given = typeGiven(code, node);
  if (given) return ofRecordType(code, given, name);
  return code.typescript ? "elsewhere" : undefined;
}

function ofRecordType(code: Code, annotation: t.TSType, name: string): Told {
  if (annotation.type === "TSAnyKeyword") return undefined;
  const members = membersNamed(code, annotation, name);
  const held = members ? undefined : heldByType(code, annotation, name);
  if (held) return { annotation: held };
  if (!members) return "elsewhere";
  const [only] = members;
  const type = members.length === 1 && only?.type === "TSPropertySignature" ? only.typeAnnotation : undefined;
  if (type && only?.type === "TSPropertySignature")
    return { annotation: type.typeAnnotation, isOptional: only.optional === true };
  return { text: members.reduce((all, each) => all | textTypeOfMember(code, each), 0) };
}

/** The type of a field or a pair of accessors, of a class of this file, what it is merged with and what it extends. */
function ofClass(code: Code, owner: t.Class, name: string, depth: number): Told {
  const named = partsNamed(code, owner, name);
  const field = named.find((part) => /Property$/.test(part.type)) as t.ClassProperty | undefined;
  if (field) {
    const annotation = annotationOf(field) ?? documentedType(code, field);
    if (annotation) return { annotation, isOptional: field.optional === true };
    return field.value ? { value: field.value } : undefined;
  }
  if (named.length > 0) return { text: ofAccessors(code, named, depth) };
  for (const part of partsNamed(code, owner, "constructor")) {
    if (part.type !== "ClassMethod" || part.kind !== "constructor") continue;
    for (const parameter of part.params) {
      if (parameter.type !== "TSParameterProperty") continue;
      const { parameter: given } = parameter;
      const identifier = given.type === "AssignmentPattern" ? given.left : given;
      if (identifier.type !== "Identifier" || identifier.name !== name) continue;
      const annotation = annotationOf(identifier);
      if (annotation) return { annotation, isOptional: identifier.optional === true };
      return given.type === "AssignmentPattern" ? { value: given.right } : undefined;
    }
  }
  return ofMergedOrBase(code, owner, name, depth);
}

function ofMergedOrBase(code: Code, owner: t.Class, name: string, depth: number): Told {
  const merged = owner.id ? typesCalled(code, owner.id.name, owner) : [];
  const interfaces = isParameter(merged) ? [] : merged.filter((each) => each.type === "TSInterfaceDeclaration");
  for (const { body } of interfaces) {
    const member = body.body.find((each) => "key" in each && propertyName(code, each.key, false) === name);
    if (member) return { text: textTypeOfMember(code, member) };
  }
  const above = classGiven(code, owner.superClass);
  if (above && depth < MOST_DEPTH) return ofClass(code, above, name, depth + 1);
  return code.typescript && (owner.superClass || interfaces.length > 0) ? "elsewhere" : undefined;
}

/** What can be both read from a getter and written into its setter. */
function ofAccessors(code: Code, parts: readonly Node[], depth: number): TextType {
  let read: TextType | undefined;
  let write: TextType | undefined;
  for (const part of parts) {
    if (part.type !== "ClassMethod" && part.type !== "ClassPrivateMethod") return OPEN;
    const [given] = part.params;
    const parameter = given && annotationOf(given.type === "AssignmentPattern" ? given.left : given);
    const isOptional = given?.type === "AssignmentPattern" ? NOTHING : 0;
    if (part.kind === "set") write = parameter ? textTypeOf(code, parameter) | isOptional : undefined;
    else if (part.kind === "get") read = ofGetter(code, part, depth);
    else return OTHER;
  }
  const isRead = parts.some((part) => "kind" in part && part.kind === "get");
  // Without a getter, nothing can be read to be joined.
  if (!isRead) return OPEN;
  const given = write ?? (read as TextType);
  const both = (read as TextType) & given & (TEXT | ANY);
  return both | ((read as TextType) & ~(TEXT | NOTHING | ANY)) | (given & ~(TEXT | ANY)) | (both === 0 ? OTHER : 0);
}

function ofGetter(code: Code, getter: t.ClassMethod | t.ClassPrivateMethod, depth: number): TextType {
  const annotation = annotationOf({ typeAnnotation: getter.returnType });
  if (annotation) return textTypeOf(code, annotation);
  const returned = code.tree.own(getter.body, "ReturnStatement").flatMap(({ argument }) => argument ?? []);
  return returned.reduce((all, value) => all | textOfValue(code, value, depth + 1), 0);
}

function annotationOf(node: object): t.TSType | undefined {
  const annotation = "typeAnnotation" in node ? (node.typeAnnotation as Node | null | undefined) : undefined;
  return annotation?.type === "TSTypeAnnotation" ? annotation.typeAnnotation : undefined;
}
