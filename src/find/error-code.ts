import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { ERROR_CODE, ERROR_CODE_FIELD, ERROR_CODE_IN_PATTERN, ERROR_CODE_WITHIN } from "../rules/names.ts";
import { ERROR_CODE_ADDRESS, OF_AN_ERROR } from "../rules/names-beside.ts";
import { importedAs } from "./calls.ts";
import { factsWithin } from "./dominance.ts";
import { NOTHING } from "./facts.ts";
import { constructorOf } from "./handed-functions.ts";
import { INSUFFICIENT, isStepUp } from "./kinds.ts";
import { classGiven } from "./shells.ts";
import { constantText, constantValue, isCall, isMember, memberName, pathOf, propertyName, unwrap } from "./syntax.ts";
import { isThis } from "./this.ts";
import { narrowing, type Truth, UNKNOWN } from "./truth.ts";
import { usesOf } from "./uses.ts";

/** Whether a text is the error code itself. */
export const isErrorCode = (text: string | undefined): boolean => text !== undefined && ERROR_CODE.test(text);

/** Whether a text holds the error code. */
export const holdsErrorCode = (text: string | undefined): boolean => text !== undefined && ERROR_CODE_WITHIN.test(text);

/** `OAuthErrorCode.InsufficientScope` or `INSUFFICIENT_SCOPE` whose value another file holds: likely, not proved. */
export function namesErrorCode(code: Code, value: Node): boolean {
  const node = unwrap(value);
  if (ERROR_CODE_ADDRESS.test(constantText(code, node) ?? "")) return true;
  if (isMember(node)) return isErrorCode(memberName(code, node));
  if (node.type !== "Identifier") return false;
  const isImported = code.bindings.resolve(node)?.kind === "import";
  return isErrorCode(importedAs(code, node) ?? (isImported ? node.name : undefined));
}

/** `x instanceof InsufficientScopeError`, by the name it is imported under or by what its class says. */
export function errorClassTruth(code: Code, node: Node, subject: Node, errorClass: Node): Truth {
  const value = unwrap(errorClass);
  const binding = value.type === "Identifier" ? code.bindings.resolve(value) : undefined;
  const name = isMember(value)
    ? memberName(code, value)
    : ((value.type === "Identifier" ? importedAs(code, value) : undefined) ?? binding?.name);
  const declared = classGiven(code, value);
  const held = declared && heldErrorCode(code, declared);
  const proves = isErrorCode(name) || held === "proved";
  if (proves) return narrowing({ node, kind: "error-class", subject, ofErrorCode: true }, INSUFFICIENT);
  const made = held ?? (declared && madeOnStepUp(code, declared));
  if (!made) return UNKNOWN;
  const doubt = made === "proved" ? {} : { doubt: "escaping-error" as const };
  // What is no instance of it may be a step-up all the same.
  return {
    yes: narrowing({ node, kind: "error-class", subject, ofErrorCode: true, ...doubt }, INSUFFICIENT).yes,
    no: NOTHING,
  };
}

/** Whether each instance of an own class is made in answer to a step-up: `throw new ScopeNeeded(challenge.scope)`. */
function madeOnStepUp(code: Code, declared: t.Class): "proved" | "likely" | undefined {
  const known = code.answers.about<t.Class, "proved" | "likely" | undefined>(madeOnStepUp);
  if (known.has(declared)) return known.get(declared);
  // A class whose instances are made where one was caught tells nothing by that.
  known.set(declared, undefined);
  const uses = usesOf(code, declared);
  const others = (uses?.mentions ?? []).filter(
    (mention) => !/^(?:Binary|TS)/.test(code.tree.parent(mention)?.type ?? ""),
  );
  const made = others.flatMap((mention) => {
    const parent = code.tree.parent(mention);
    const around = code.tree.functionAround(mention);
    const isMade = parent?.type === "NewExpression" && parent.callee === mention && around;
    // Who calls the function is likely to catch what it throws, and to be asked about here.
    return isMade ? [factsWithin(code, parent, around)] : [];
  });
  const isMade = made.length > 0 && made.every(({ kinds }) => isStepUp(kinds));
  const isProved = uses?.complete && made.length === others.length && made.every(({ proved }) => isStepUp(proved));
  const found = isMade ? (isProved ? "proved" : "likely") : undefined;
  known.set(declared, found);
  return found;
}

/** A class with `code = "insufficient_scope"`, static or not: what a minifier leaves of an error class. */
function heldErrorCode(code: Code, declaration: t.Class): "proved" | "likely" | undefined {
  const fields = declaration.body.body.flatMap((part) =>
    part.type === "ClassProperty" && part.value
      ? [{ name: propertyName(code, part.key, false), value: part.value }]
      : [],
  );
  const { assigned, isWhole } = assignedFirst(code, declaration);
  const above = givenAbove(code, declaration);
  const isTold = ({ name }: Partial<GivenAbove>) => ERROR_CODE_FIELD.test(name ?? "");
  const told = [...fields, ...assigned, ...above].filter(isTold);
  const texts = told.flatMap(({ value }) => constantText(code, value) ?? []);
  // A base that is not seen is given the error code for something.
  if (
    told.length === 0 &&
    above.some(({ name, value }) => name === undefined && isErrorCode(constantText(code, value)))
  )
    return "likely";
  if (texts.length === 0 || !texts.every(isErrorCode)) return undefined;
  const base = above.some(isTold) ? classGiven(code, declaration.superClass) : undefined;
  const isGiven = isGivenOther(code, declaration, told) || (base && isGivenOther(code, base, above.filter(isTold)));
  const isAll = isWhole && (!base || assignedFirst(code, base).isWhole);
  return isAll && texts.length === told.length && !isGiven ? "proved" : "likely";
}

/** What a constructor gives the one of its base, by the field that this puts it into: `super(403, "insufficient_scope")`. */
function givenAbove(code: Code, declaration: t.Class): readonly GivenAbove[] {
  const maker = constructorOf(code, declaration);
  const call = maker && code.tree.own(maker.body, "CallExpression").find(({ callee }) => callee.type === "Super");
  const base = classGiven(code, declaration.superClass);
  const taker = constructorOf(code, base);
  const first = base && assignedFirst(code, base);
  return (call?.arguments ?? []).map((value, index) => {
    const parameter = taker?.params[index];
    const name = parameter?.type === "TSParameterProperty" ? nameOf(parameter.parameter) : undefined;
    const own = parameter?.type === "Identifier" ? code.bindings.resolve(parameter) : undefined;
    const put = first?.assigned.find(
      (each) => own && each.value.type === "Identifier" && code.bindings.resolve(each.value) === own,
    );
    return { name: name ?? put?.name, value, ...(put && { put: put.value }) };
  });
}

interface GivenAbove {
  readonly name: string | undefined;
  readonly value: Node;
  /** The parameter, where the base puts it into the field. */
  readonly put?: Node;
}

const nameOf = (parameter: Node): string | undefined =>
  parameter.type === "Identifier"
    ? parameter.name
    : parameter.type === "AssignmentPattern" && parameter.left.type === "Identifier"
      ? parameter.left.name
      : undefined;

/** Whether a class gives one of these fields another value anywhere: `if (kind) this.code = kind`. */
function isGivenOther(code: Code, declaration: t.Class, fields: readonly Partial<GivenAbove>[]): boolean {
  return fields.some(({ name = "", put }) =>
    (code.bindings.mentions(name.replace(/^#/, ""), declaration) ?? []).some((mention) => {
      const place = code.tree.parent(mention);
      const assignment = isMember(place) && isThis(pathOf(code, place.object)) ? code.tree.parent(place) : undefined;
      return (
        assignment?.type === "AssignmentExpression" &&
        assignment.left === place &&
        assignment.right !== put &&
        !isErrorCode(constantText(code, assignment.right))
      );
    }),
  );
}

/**
 * What a constructor puts into the fields of `this`, and what compilers make of fields: `__publicField(this, "code", …)`.
 * Not all, where it gives the object to anything: that may write it as well.
 */
function assignedFirst(code: Code, declaration: t.Class) {
  const assigned: { name: string | undefined; value: Node }[] = [];
  let isWhole = true;
  const statements = constructorOf(code, declaration)?.body.body ?? [];
  const parts = statements.flatMap((each) =>
    each.type === "ExpressionStatement" ? expressionsOf(each.expression) : [],
  );
  for (const node of parts) {
    if (node.type === "AssignmentExpression" && node.operator === "=" && isMember(node.left)) {
      const isOwn = isThis(pathOf(code, node.left.object));
      if (isOwn) assigned.push({ name: memberName(code, node.left), value: node.right });
    }
    const [object, name, value] = isCall(node) ? node.arguments : [];
    if (object?.type !== "ThisExpression" || (isCall(node) && OF_AN_ERROR.test(pathOf(code, node.callee) ?? "")))
      continue;
    const defined = name && constantText(code, name);
    if (defined === undefined) isWhole = false;
    else if (value) assigned.push({ name: defined, value });
  }
  return { assigned, isWhole };
}

/** The expressions of a statement, which minifiers make one of several. */
const expressionsOf = (expression: Node): readonly Node[] =>
  expression.type === "SequenceExpression" ? expression.expressions.map(unwrap) : [unwrap(expression)];

/** The pattern of a regular expression, literal or constant. */
export function regexSource(code: Code, expression: Node): string | undefined {
  const node = unwrap(expression);
  if (node.type === "RegExpLiteral") return node.pattern;
  if (node.type === "NewExpression" || isCall(node)) {
    const [pattern] = node.arguments;
    const isRegExp = node.callee.type === "Identifier" && node.callee.name === "RegExp";
    return isRegExp && pattern ? (regexSource(code, pattern) ?? constantText(code, pattern)) : undefined;
  }
  if (node.type !== "Identifier") return undefined;
  const value = constantValue(code, node);
  return value && regexSource(code, value);
}

/** Whether a match of a pattern needs the error code: no alternative, negation or optional group around it. */
export function provesErrorCode(pattern: string | undefined): boolean {
  return pattern !== undefined && ERROR_CODE_IN_PATTERN.test(pattern) && needsAll(pattern);
}

/** Whether a match has all groups of a pattern: none of them is optional, or one of several. */
export const needsAll = (pattern: string): boolean => !/\||\(\?<?!|\)(?:[?*]|\{0)/.test(pattern.replace(/\\./g, ""));
