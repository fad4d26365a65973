import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { ERROR_CODE, ERROR_CODE_WITHIN } from "../rules/names.ts";
import { ERROR_CODE_ADDRESS } from "../rules/names-beside.ts";
import { importedAs } from "./calls.ts";
import { factsWithin } from "./dominance.ts";
import { heldErrorCode } from "./error-class.ts";
import { NOTHING } from "./facts.ts";
import { INSUFFICIENT, isStepUp } from "./kinds.ts";
import { classGiven } from "./shells.ts";
import { constantText, constantValue, isCall, isMember, memberName, unwrap } from "./syntax.ts";
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
