import type { Code } from "../parse/code.ts";
import { covers, type Node, startOf } from "../parse/tree.ts";
import { calleeName, copiesRecords } from "./calls.ts";
import type { Test } from "./facts.ts";
import { declaredRole } from "./imported.ts";
import { namesScope } from "./origins.ts";
import { constantValue, isCall, isMember, pathOf, propertyName, unwrap } from "./syntax.ts";
import { declaredType } from "./types.ts";

/**
 * How sure it is that a record is the challenge, with the challenged scope as its `scope`: proved, or only that its
 * error code was tested. Undefined where it is something else.
 */
export type Certainty = "proved" | "likely";

/** Decides whether a record that is handed on whole is the challenge that some tests looked at. */
export function challengeRecord(code: Code, record: Node, tests: readonly Test[]): Certainty | undefined {
  const value = unwrap(record);
  const source = sourceOf(code, value);
  if (source === undefined || writesScope(code, value)) return undefined;
  if (isParsedBySdk(code, source)) return isRepeatable(code, value) ? "proved" : "likely";
  const isTested = tests.some(
    ({ ofErrorCode, subject }) => ofErrorCode && subject && isPartOf(code, subject, value, source),
  );
  if (!isTested) return undefined;
  const type = declaredType(code, value);
  return pathOf(code, value) !== undefined && (readsScope(code, value) || type?.members?.includes("scope"))
    ? "proved"
    : "likely";
}

/** What a record was made from; undefined where its scope was left out: `const { scope, ...rest } = challenge`. */
function sourceOf(code: Code, value: Node): Node | undefined {
  if (value.type !== "Identifier") return value;
  const declaration = code.bindings.resolve(value)?.declaration;
  const pattern = declaration?.type === "VariableDeclarator" ? declaration.id : undefined;
  if (declaration?.type === "VariableDeclarator" && pattern?.type === "ObjectPattern" && declaration.init) {
    const rest = pattern.properties.at(-1);
    const isRest = rest?.type === "RestElement" && covers(rest, code.bindings.resolve(value)?.identifier ?? value);
    const taken = pattern.properties.flatMap((property) =>
      property.type === "ObjectProperty" ? (propertyName(code, property.key, property.computed) ?? []) : [],
    );
    if (isRest) return taken.some(namesScope) ? undefined : unwrap(declaration.init);
  }
  const held = constantValue(code, value);
  return held ? unwrap(held) : value;
}

/** Whether a call is the SDK's parser, or one that the user declares to be such a one, whose result has the challenged scope as its `scope`. */
export const isParsedBySdk = (code: Code, source: Node): boolean =>
  isCall(source) &&
  (calleeName(code, source) === "extractWWWAuthenticateParams" ||
    declaredRole(code, source.callee) === "challenge-parser");

/** Whether an expression can be written again: a path, or the SDK's parser called on one. */
function isRepeatable(code: Code, value: Node): boolean {
  if (pathOf(code, value) !== undefined) return true;
  return isCall(value) && value.arguments.every((argument) => pathOf(code, argument) !== undefined);
}

/** Whether what was tested is a property of a record. */
function isPartOf(code: Code, subject: Node, record: Node, source: Node): boolean {
  const node = unwrap(subject);
  if (node === source) return true;
  if (isMember(node)) return isSame(code, node.object, record) || isSame(code, node.object, source);
  if (node.type !== "Identifier") return false;
  const held = constantValue(code, node);
  if (held) return isMember(unwrap(held)) && isPartOf(code, held, record, source);
  const declaration = code.bindings.resolve(node)?.declaration;
  if (declaration?.type !== "VariableDeclarator" || declaration.id.type !== "ObjectPattern" || !declaration.init)
    return false;
  return isSame(code, declaration.init, record) || isSame(code, declaration.init, source);
}

function isSame(code: Code, one: Node, other: Node): boolean {
  if (unwrap(one) === unwrap(other)) return true;
  const path = pathOf(code, one);
  return path !== undefined && path === pathOf(code, other);
}

/** The members `.scope` of a record in the function around it. */
function scopesOf(code: Code, record: Node): Node[] {
  const around = code.tree.functionAround(record) ?? code.tree.program;
  return (code.bindings.mentions("scope", around) ?? []).flatMap((mention) => {
    const member = code.tree.parent(mention);
    return isMember(member) && member.property === mention && isSame(code, member.object, record) ? [member] : [];
  });
}

/** Whether the function gives a record another scope, or takes it away: then that is what decides. */
export function writesScope(code: Code, record: Node): boolean {
  const name = unwrap(record);
  const binding = name.type === "Identifier" ? code.bindings.resolve(name) : undefined;
  const isCopiedInto = ((binding && code.bindings.references(binding)) ?? []).some((reference) => {
    const call = code.tree.parent(reference);
    return isCall(call) && call.arguments[0] === reference && copiesRecords(code, call);
  });
  if (isCopiedInto) return true;
  return scopesOf(code, record).some((member) => {
    const parent = code.tree.parent(member);
    if (parent?.type === "AssignmentExpression") return parent.left === member;
    return parent?.type === "UnaryExpression" && parent.operator === "delete";
  });
}

/** Whether the function takes a record's scope by its name: then it has one. */
function readsScope(code: Code, record: Node): boolean {
  if (scopesOf(code, record).length > 0) return true;
  const around = code.tree.functionAround(record) ?? code.tree.program;
  return (code.bindings.mentions("scope", around) ?? []).some((mention) => {
    const property = code.tree.parent(mention);
    const pattern = property && code.tree.parent(property);
    const declarator = pattern && code.tree.parent(pattern);
    if (
      property?.type !== "ObjectProperty" ||
      startOf(property.key) !== startOf(mention) ||
      pattern?.type !== "ObjectPattern"
    )
      return false;
    return declarator?.type === "VariableDeclarator" && declarator.init ? isSame(code, declarator.init, record) : false;
  });
}
