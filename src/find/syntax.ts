import type * as t from "@babel/types";
import type { Binding } from "../parse/bindings.ts";
import { type Code, rangeOf } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { keepsMember } from "./constant-members.ts";
import { thisKey } from "./this.ts";

export type Member = t.MemberExpression | t.OptionalMemberExpression;
export type Call = t.CallExpression | t.OptionalCallExpression;

export const isMember = (node: Node | null | undefined): node is Member =>
  node?.type === "MemberExpression" || node?.type === "OptionalMemberExpression";

export const isCall = (node: Node | null | undefined): node is Call =>
  node?.type === "CallExpression" || node?.type === "OptionalCallExpression";

/** The expression inside casts, non-null marks, parentheses and sequences (`(0, f)`): what its value is. */
export function unwrap(node: Node): Node {
  switch (node.type) {
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
    case "TSTypeAssertion":
    case "TypeCastExpression":
    case "ParenthesizedExpression":
    case "TSInstantiationExpression":
      return unwrap(node.expression);
    case "SequenceExpression": {
      const last = node.expressions.at(-1);
      return last ? unwrap(last) : node;
    }
    default:
      return node;
  }
}

/** The outermost expression that gives nothing but another: `(this as Fields)`. */
export function outOfCasts(code: Code, expression: Node): Node {
  const parent = code.tree.parent(expression);
  return parent && parent.type !== "SequenceExpression" && unwrap(parent) === unwrap(expression)
    ? outOfCasts(code, parent)
    : expression;
}

/** The name of a property as written: `scope` of `x.scope`, `x["scope"]`, `{ scope }`; `#scope` for private names. */
export function propertyName(code: Code, key: Node, computed: boolean): string | undefined {
  if (key.type === "PrivateName") return `#${key.id.name}`;
  if (!computed && key.type === "Identifier") return key.name;
  return constantText(code, key);
}

export const memberName = (code: Code, member: Member): string | undefined =>
  propertyName(code, member.property, member.computed);

/** The text that an expression always has: a literal, a constant, an enum member, or what is put together of such. */
export function constantText(code: Code, expression: Node, depth = 0): string | undefined {
  const node = unwrap(expression);
  if (depth > 5) return undefined;
  switch (node.type) {
    case "StringLiteral":
      return node.value;
    case "TemplateLiteral":
      return templateText(code, node, depth + 1);
    case "CallExpression":
      return joinedText(code, node, depth + 1);
    case "BinaryExpression": {
      if (node.operator !== "+") return undefined;
      const left = constantText(code, node.left, depth + 1);
      const right = constantText(code, node.right, depth + 1);
      return left === undefined || right === undefined ? undefined : left + right;
    }
    case "Identifier": {
      const value = constantValue(code, node);
      return value ? constantText(code, value, depth + 1) : asText(constantElsewhere(code, node));
    }
    case "MemberExpression":
    case "OptionalMemberExpression": {
      const value = constantMember(code, node);
      return value ? constantText(code, value, depth + 1) : asText(constantElsewhere(code, node));
    }
    default:
      return undefined;
  }
}

function templateText(code: Code, { quasis, expressions }: t.TemplateLiteral, depth: number): string | undefined {
  let text = quasis[0]?.value.cooked ?? undefined;
  for (const [index, expression] of expressions.entries()) {
    const part = constantText(code, expression, depth);
    const next = quasis[index + 1]?.value.cooked;
    text = text === undefined || part === undefined || next == null ? undefined : text + part + next;
    if (text === undefined) return undefined;
  }
  return text;
}

/** `["insufficient", "scope"].join("_")` and `"insufficient".concat("_scope")`. */
function joinedText(code: Code, { callee, arguments: given }: t.CallExpression, depth: number): string | undefined {
  if (!isMember(callee) || callee.computed || callee.property.type !== "Identifier") return undefined;
  const method = callee.property.name;
  const object = unwrap(callee.object);
  const isJoin = method === "join" && object.type === "ArrayExpression" && object.elements.length < 8;
  if (!isJoin && method !== "concat") return undefined;
  const parts: (Node | null)[] = isJoin ? object.elements : [object, ...given];
  const texts = parts.map((part) => (part ? constantText(code, part, depth) : undefined));
  const separator = isJoin && given[0] ? constantText(code, given[0], depth) : isJoin ? "," : "";
  return separator === undefined || texts.includes(undefined) ? undefined : texts.join(separator);
}

/** The number that an expression always has. */
export function constantNumber(code: Code, expression: Node, depth = 0): number | undefined {
  const node = unwrap(expression);
  if (depth > 5) return undefined;
  if (node.type === "NumericLiteral") return node.value;
  const value =
    node.type === "Identifier" ? constantValue(code, node) : isMember(node) ? constantMember(code, node) : undefined;
  if (value) return constantNumber(code, value, depth + 1);
  const elsewhere = constantElsewhere(code, node);
  return typeof elsewhere === "number" ? elsewhere : undefined;
}

/** The value of a name, or of a member of one, that an import brought in. */
function constantElsewhere(code: Code, node: Node): string | number | undefined {
  if (!code.facts?.constantAt || !(node.type === "Identifier" || isMember(node))) return undefined;
  let root: Node = node;
  while (isMember(root)) root = unwrap(root.object);
  const kind = root.type === "Identifier" ? code.bindings.resolve(root)?.kind : undefined;
  return kind === "import" || kind === "variable" ? code.facts.constantAt(rangeOf(node)) : undefined;
}

const asText = (value: string | number | undefined): string | undefined =>
  typeof value === "string" ? value : undefined;

/** The initial value of a binding that is written nowhere else. */
export function constantValue(code: Code, identifier: t.Identifier): Node | undefined {
  const binding = code.bindings.resolve(identifier);
  return binding && initialValue(code, binding);
}

/** The value of a name that gets one only, where it is declared or behind that: `let outcome; outcome = classify(response)`. */
export function onlyValue(code: Code, identifier: t.Identifier): Node | undefined {
  const binding = code.bindings.resolve(identifier);
  const { declaration } = binding ?? {};
  if (!binding || declaration?.type !== "VariableDeclarator") return undefined;
  if (declaration.init) return initialValue(code, binding);
  const [write, ...others] = code.bindings.writes(binding) ?? [];
  const assignment = write && code.tree.parent(write);
  const isIt = others.length === 0 && assignment?.type === "AssignmentExpression" && assignment.operator === "=";
  return isIt && assignment.left === write ? assignment.right : undefined;
}

/** The expression a plain variable is initialised with, when nothing else is ever written to it. */
export function initialValue(code: Code, binding: Binding): Node | undefined {
  const declared = declaredWith(binding);
  return declared && isNeverWritten(code, binding) ? declared : undefined;
}

/** The same, whatever is written to it later. */
export function declaredWith({ declaration, identifier }: Binding): Node | undefined {
  if (declaration.type !== "VariableDeclarator" || declaration.id !== identifier) return undefined;
  return declaration.init ?? undefined;
}

/** Whether a binding keeps the value of its declaration. */
export function isNeverWritten(code: Code, binding: Binding): boolean {
  const parent = code.tree.parent(binding.declaration);
  if (parent?.type === "VariableDeclaration" && parent.kind === "const") return true;
  return code.bindings.writes(binding)?.length === 0;
}

/** The value of `Codes.InsufficientScope`: a member of an enum, or of an object literal in a constant, of this file. */
export function constantMember(code: Code, member: Member): Node | undefined {
  const first = firstMember(code, member);
  return first?.isKept() ? first.value : undefined;
}

/** What a member of an object of this file is made with, and whether it keeps that. */
export function firstMember(code: Code, member: Member): { value: Node; isKept(): boolean } | undefined {
  const name = memberName(code, member);
  if (name === undefined) return undefined;
  const object = unwrap(member.object);
  const always = (value: Node | null | undefined) => (value ? { value, isKept: () => true } : undefined);
  if (object.type === "ObjectExpression") return always(propertyValue(code, object, name));
  const binding = object.type === "Identifier" ? code.bindings.resolve(object) : undefined;
  if (!binding) return undefined;
  const { declaration } = binding;
  if (declaration.type === "TSEnumDeclaration") {
    const { members } = declaration.body ?? declaration;
    return always(members.find(({ id }) => (id.type === "Identifier" ? id.name : id.value) === name)?.initializer);
  }
  if (declaration.type === "ClassDeclaration") {
    const part = staticField(code, declaration, name);
    const isKept = () => part?.readonly === true || keepsMember(code, binding, declaration, name);
    return part?.value ? { value: part.value, isKept } : undefined;
  }
  const made = initialValue(code, binding);
  const record = made && frozen(code, made);
  const value = record?.type === "ObjectExpression" ? propertyValue(code, record, name) : undefined;
  return made && record && value ? { value, isKept: () => keepsMember(code, binding, record, name) } : undefined;
}

function staticField(code: Code, { body }: t.ClassDeclaration, name: string): t.ClassProperty | undefined {
  return body.body.find(
    (part): part is t.ClassProperty =>
      part.type === "ClassProperty" && part.static && propertyName(code, part.key, part.computed ?? false) === name,
  );
}

/** The one choice that is not nothing, as compilers write `a?.b`: `a == null ? void 0 : a.b`. */
export function onlyChoice({ consequent, alternate }: t.ConditionalExpression): Node | undefined {
  const [choice, ...others] = [consequent, alternate].filter((each) => !isNothing(each));
  return others.length === 0 ? choice : undefined;
}

/** The argument of `Object.freeze(…)`, else the expression itself. */
export function frozen(code: Code, expression: Node): Node {
  const node = unwrap(expression);
  const [argument] = isCall(node) && pathOf(code, node.callee) === "Object.freeze" ? node.arguments : [];
  return argument ? unwrap(argument) : node;
}

/** What a constant stands for, as an object whose members are asked for: `this.state` for `const state = this.state`. */
function aliased(code: Code, object: Node): Node {
  const node = unwrap(object);
  const value = node.type === "Identifier" ? constantValue(code, node) : undefined;
  return value && isMember(unwrap(value)) ? value : object;
}

/** Whether an expression does something before it comes to its value: `(count++, provider)`, but not `(0, f)`. */
function hasEffects(expression: Node): boolean {
  if (expression.type === "SequenceExpression") {
    return expression.expressions.slice(0, -1).some(({ type }) => type !== "NumericLiteral");
  }
  return "expression" in expression && typeof expression.expression === "object" && expression.expression
    ? hasEffects(expression.expression as Node)
    : false;
}

/**
 * A key under which two expressions that denote the same variable or property are the same: `this._scope`,
 * `options@120.scope`, `this.scopes[url@80]`. Aliases of `this` and of other constants are followed. Undefined for anything computed.
 */
export function pathOf(code: Code, expression: Node, depth = 0): string | undefined {
  if (depth > 0) return readPath(code, expression, depth);
  if (!paths(code).has(expression)) paths(code).set(expression, readPath(code, expression, depth));
  return paths(code).get(expression);
}

const paths = (code: Code) => code.answers.about<Node, string | undefined>(paths);

function readPath(code: Code, expression: Node, depth: number): string | undefined {
  const node = unwrap(expression);
  if (depth > 8 || (node !== expression && hasEffects(expression))) return undefined;
  if (node.type === "ThisExpression") return thisKey(code, node);
  if (node.type === "Identifier") {
    const binding = code.bindings.resolve(node);
    if (!binding) return node.name === "undefined" ? undefined : node.name;
    const value = initialValue(code, binding);
    const alias = value && unwrap(value);
    if (alias?.type === "ThisExpression") return thisKey(code, alias);
    return binding.id;
  }
  if (isMember(node)) {
    const object = pathOf(code, aliased(code, node.object), depth + 1);
    const name = memberName(code, node);
    if (object === undefined) return undefined;
    if (name !== undefined) return `${object}.${name}`;
    const key = node.computed ? pathOf(code, node.property, depth + 1) : undefined;
    return key === undefined ? undefined : `${object}[${key}]`;
  }
  return undefined;
}

/** The value of a property of an object literal: of that which is written last, where nothing behind it may be it, too. */
export function propertyValue(code: Code, record: t.ObjectExpression, name: string): Node | undefined {
  for (const property of record.properties.toReversed()) {
    if (property.type === "SpreadElement") return undefined;
    const other = propertyName(code, property.key, property.computed);
    if (other === name) return property.type === "ObjectProperty" ? property.value : undefined;
    if (other === undefined) return undefined;
  }
  return undefined;
}

/** What an `await` waits for, and a `yield`, which compilers write for it; any other expression itself. */
export const awaited = (node: Node): Node =>
  node.type === "AwaitExpression" || node.type === "YieldExpression" ? unwrap(node.argument ?? node) : node;

/** `null`, `undefined` or `void 0`. */
export function isNothing(expression: Node): boolean {
  const node = unwrap(expression);
  return (
    node.type === "NullLiteral" ||
    (node.type === "Identifier" && node.name === "undefined") ||
    (node.type === "UnaryExpression" && node.operator === "void")
  );
}
