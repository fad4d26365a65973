import type * as t from "@babel/types";
import type { EvidenceKind } from "../model/site.ts";
import type { Code } from "../parse/code.ts";
import { isFunction, type Node } from "../parse/tree.ts";
import { both, either, eitherOf, type Facts, NEVER, NOTHING, type Test } from "./facts.ts";
import { calledFunction, returnedValues } from "./functions.ts";
import { ANY, INSUFFICIENT, type Kinds, STATUS_401, STATUS_403, STATUS_OTHER } from "./kinds.ts";
import {
  type Call,
  constantNumber,
  constantText,
  constantValue,
  isCall,
  isMember,
  memberName,
  pathOf,
  unwrap,
} from "./syntax.ts";

/** What is known when an expression is truthy, and when it is falsy. */
export interface Truth {
  readonly yes: Facts;
  readonly no: Facts;
}

const UNKNOWN: Truth = { yes: NOTHING, no: NOTHING };
const FALSE: Truth = { yes: NEVER, no: NOTHING };
const not = ({ yes, no }: Truth): Truth => ({ yes: no, no: yes });

/** `insufficient_scope` (RFC 6750 section 3.1) as an error's code or name. */
const ERROR_CODE = /^insufficient[-_ ]?scope(?:[-_ ]?(?:error|exception))?$/i;
/** The same inside a longer text, such as a header. */
const HOLDS_ERROR_CODE = /insufficient[-_ ]?scope/i;

/** Whether a text is the error code itself. */
export const isErrorCode = (text: string | undefined): boolean => text !== undefined && ERROR_CODE.test(text);

/** Reads a condition: what its being truthy or falsy tells about the challenge. */
export function truthOf(code: Code, expression: Node, depth = 0): Truth {
  const node = unwrap(expression);
  if (depth > 12) return UNKNOWN;
  const next = (inner: Node) => truthOf(code, inner, depth + 1);
  switch (node.type) {
    case "BooleanLiteral":
      return node.value ? not(FALSE) : FALSE;
    case "NullLiteral":
      return FALSE;
    case "UnaryExpression":
      if (node.operator === "void") return FALSE;
      return node.operator === "!" ? not(next(node.argument)) : UNKNOWN;
    case "LogicalExpression":
      return logicalTruth(next(node.left), next(node.right), node.operator);
    case "ConditionalExpression": {
      const [test, then, other] = [next(node.test), next(node.consequent), next(node.alternate)];
      return {
        yes: either(both(test.yes, then.yes), both(test.no, other.yes)),
        no: either(both(test.yes, then.no), both(test.no, other.no)),
      };
    }
    case "AssignmentExpression":
      return node.operator === "=" ? withPresence(code, node.left, next(node.right)) : UNKNOWN;
    case "AwaitExpression":
      return next(node.argument);
    case "BinaryExpression":
      return comparisonTruth(code, node, depth);
    case "Identifier":
      return withPresence(code, node, constantTruth(code, node, depth));
    case "MemberExpression":
    case "OptionalMemberExpression":
      return withPresence(code, node, UNKNOWN);
    case "CallExpression":
    case "OptionalCallExpression":
      return callTruth(code, node, depth);
    default:
      return UNKNOWN;
  }
}

function logicalTruth(left: Truth, right: Truth, operator: t.LogicalExpression["operator"]): Truth {
  switch (operator) {
    case "&&":
      return { yes: both(left.yes, right.yes), no: either(left.no, both(left.yes, right.no)) };
    case "||":
      return { yes: eitherOf(left.yes, both(left.no, right.yes)), no: both(left.no, right.no) };
    default:
      return { yes: either(left.yes, right.yes), no: either(left.no, right.no) };
  }
}

/** What a `switch` knows in a case: the discriminant equals the case's test. */
export function caseTruth(code: Code, discriminant: Node, test: Node): Truth {
  const subject = unwrap(discriminant);
  if (subject.type === "BooleanLiteral") {
    const truth = truthOf(code, test);
    return subject.value ? truth : not(truth);
  }
  return equality(code, discriminant, test, test, "switch-case") ?? UNKNOWN;
}

function withPresence(code: Code, target: Node, truth: Truth): Truth {
  const path = pathOf(code, target);
  if (path === undefined) return truth;
  return {
    yes: both(truth.yes, { ...NOTHING, present: [path] }),
    no: both(truth.no, { ...NOTHING, absent: [path] }),
  };
}

/** `const stepUp = status === 403 && …; if (stepUp)`. */
function constantTruth(code: Code, identifier: t.Identifier, depth: number): Truth {
  const value = constantValue(code, identifier);
  return value && !isFunction(value) ? truthOf(code, value, depth + 1) : UNKNOWN;
}

function comparisonTruth(code: Code, node: t.BinaryExpression, depth: number): Truth {
  switch (node.operator) {
    case "===":
    case "==":
    case "!==":
    case "!=": {
      const truth = equalityTruth(code, node, depth);
      return node.operator.startsWith("!") ? not(truth) : truth;
    }
    case "instanceof":
      return node.left.type === "PrivateName" ? UNKNOWN : errorClassTruth(code, node, node.left, node.right);
    case ">=":
    case ">":
    case "<":
      return positionTruth(code, node);
    default:
      return UNKNOWN;
  }
}

function equalityTruth(code: Code, node: t.BinaryExpression, depth: number): Truth {
  const left = unwrap(node.left);
  const right = unwrap(node.right);
  for (const [one, other] of [
    [left, right],
    [right, left],
  ] as const) {
    const truth = equality(code, one, other, node, "comparison");
    if (truth) return truth;
    if (other.type === "BooleanLiteral") {
      const inner = truthOf(code, one, depth + 1);
      return other.value ? inner : not(inner);
    }
    // header.indexOf("insufficient_scope") !== -1
    if (isMinusOne(other)) return not(positionCallTruth(code, one));
    if (isNothing(other)) return nullTruth(code, one);
  }
  return UNKNOWN;
}

/** `a === b` where `b` is an error code or a status. */
function equality(code: Code, subject: Node, value: Node, node: Node, kind: EvidenceKind): Truth | undefined {
  const text = constantText(code, value);
  if (isErrorCode(text)) return narrowing({ node, kind, subject, ofErrorCode: true }, INSUFFICIENT);
  if (text !== undefined && HOLDS_ERROR_CODE.test(text)) return undefined;
  const status = constantNumber(code, value) ?? (text && /^\d{3}$/.test(text) ? Number(text) : undefined);
  if (status !== undefined && status >= 100 && status < 600) {
    return narrowing({ node, kind: "status", subject, ofErrorCode: false }, statusKinds(status));
  }
  if (namesErrorCode(code, value)) {
    return narrowing({ node, kind, subject, ofErrorCode: true }, INSUFFICIENT, "likely");
  }
  return undefined;
}

function statusKinds(status: number): Kinds {
  if (status === 401) return STATUS_401;
  return status === 403 ? STATUS_403 : STATUS_OTHER;
}

function narrowing(test: Test, kinds: Kinds, certainty: "proved" | "likely" = "proved"): Truth {
  const facts = (of: Kinds): Facts => ({
    kinds: of,
    proved: certainty === "proved" ? of : ANY,
    present: [],
    absent: [],
    tests: [test],
  });
  return { yes: facts(kinds), no: facts(ANY & ~kinds) };
}

/** `OAuthErrorCode.InsufficientScope` or `INSUFFICIENT_SCOPE` whose value another file holds: likely, not proved. */
function namesErrorCode(code: Code, value: Node): boolean {
  const node = unwrap(value);
  if (isMember(node)) return isErrorCode(memberName(code, node));
  return node.type === "Identifier" && code.bindings.resolve(node)?.kind === "import" && isErrorCode(node.name);
}

/** `x instanceof InsufficientScopeError`, by the name it is imported under or by what its class says. */
function errorClassTruth(code: Code, node: Node, subject: Node, errorClass: Node): Truth {
  const value = unwrap(errorClass);
  const binding = value.type === "Identifier" ? code.bindings.resolve(value) : undefined;
  const name = isMember(value) ? memberName(code, value) : (importedName(binding?.declaration) ?? binding?.name);
  const declared = binding?.declaration.type === "ClassDeclaration" ? binding.declaration : undefined;
  const proves = isErrorCode(name) || (declared !== undefined && holdsErrorCodeField(code, declared));
  return proves ? narrowing({ node, kind: "error-class", subject, ofErrorCode: true }, INSUFFICIENT) : UNKNOWN;
}

function importedName(declaration: Node | undefined): string | undefined {
  if (declaration?.type !== "ImportSpecifier") return undefined;
  return declaration.imported.type === "Identifier" ? declaration.imported.name : declaration.imported.value;
}

/** A class with `code = "insufficient_scope"`, static or not: what a minifier leaves of an error class. */
function holdsErrorCodeField(code: Code, declaration: t.ClassDeclaration): boolean {
  return declaration.body.body.some(
    (part) => part.type === "ClassProperty" && part.value != null && isErrorCode(constantText(code, part.value)),
  );
}

/** `header.indexOf(code) >= 0`, `> -1`, `< 0`, and the same with sides swapped. */
function positionTruth(code: Code, node: t.BinaryExpression): Truth {
  const truth = positionCallTruth(code, node.left);
  const isZero = constantNumber(code, node.right) === 0;
  if ((node.operator === ">=" && isZero) || (node.operator === ">" && isMinusOne(unwrap(node.right)))) return truth;
  return node.operator === "<" && isZero ? not(truth) : UNKNOWN;
}

/** A call that returns a position, or -1 for none: what holds when it finds one. */
function positionCallTruth(code: Code, expression: Node): Truth {
  const call = unwrap(expression);
  if (!isCall(call) || !isMember(call.callee) || !call.arguments[0]) return UNKNOWN;
  const [argument] = call.arguments;
  const name = memberName(code, call.callee);
  const proves =
    name === "search"
      ? provesErrorCode(regexSource(code, argument))
      : name === "indexOf" && HOLDS_ERROR_CODE.test(constantText(code, argument) ?? "");
  const subject = call.callee.object;
  return proves ? narrowing({ node: call, kind: "text-test", subject, ofErrorCode: true }, INSUFFICIENT) : UNKNOWN;
}

function nullTruth(code: Code, subject: Node): Truth {
  return not(withPresence(code, subject, UNKNOWN));
}

function callTruth(code: Code, call: Call, depth: number): Truth {
  const callee = unwrap(call.callee);
  const [argument] = call.arguments;
  if (callee.type === "Identifier" && callee.name === "Boolean" && argument) {
    return truthOf(code, argument, depth + 1);
  }
  if (isMember(callee) && argument) {
    const truth = methodTruth(code, call, callee, argument);
    if (truth) return truth;
  }
  const target = calledFunction(code, call);
  const values = target && returnedValues(code, target);
  return values ? predicateTruth(code, call, values, depth) : UNKNOWN;
}

/** `includes`, `test` and their like: a text or a list of values against one value. */
function methodTruth(
  code: Code,
  call: Call,
  callee: t.MemberExpression | t.OptionalMemberExpression,
  argument: Node,
): Truth | undefined {
  const object = unwrap(callee.object);
  const textTest = (subject: Node) =>
    narrowing({ node: call, kind: "text-test", subject, ofErrorCode: true }, INSUFFICIENT);
  switch (memberName(code, callee)) {
    case "includes":
    case "has": {
      const members = listOf(code, object);
      if (members) return membershipTruth(code, call, argument, members);
      return HOLDS_ERROR_CODE.test(constantText(code, argument) ?? "") ? textTest(object) : undefined;
    }
    case "startsWith":
    case "endsWith":
      return HOLDS_ERROR_CODE.test(constantText(code, argument) ?? "") ? textTest(object) : undefined;
    case "test":
    case "exec":
      return provesErrorCode(regexSource(code, object)) ? textTest(argument) : undefined;
    case "match":
      return provesErrorCode(regexSource(code, argument)) ? textTest(object) : undefined;
    default:
      return undefined;
  }
}

/** `[401, 403].includes(status)`: one of the members holds. */
function membershipTruth(code: Code, call: Node, subject: Node, members: readonly Node[]): Truth {
  const truths = members.map((member) => equality(code, subject, member, call, "comparison") ?? UNKNOWN);
  return {
    yes: truths.map(({ yes }) => yes).reduce(eitherOf, NEVER),
    no: truths.map(({ no }) => no).reduce(both, NOTHING),
  };
}

/** The members of an array literal, `new Set([…])`, or a constant of either. */
function listOf(code: Code, expression: Node): readonly Node[] | undefined {
  let node = unwrap(expression);
  if (node.type === "Identifier") node = unwrap(constantValue(code, node) ?? node);
  if (node.type === "NewExpression" && node.callee.type === "Identifier" && node.callee.name === "Set") {
    node = node.arguments[0] ? unwrap(node.arguments[0]) : node;
  }
  if (node.type !== "ArrayExpression") return undefined;
  return node.elements.filter(
    (element): element is t.Expression => element !== null && element.type !== "SpreadElement",
  );
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

/** Whether a match of a pattern needs the error code: no alternative, negation or optional group around it. */
function provesErrorCode(pattern: string | undefined): boolean {
  if (pattern === undefined || !/insufficient(?:[-_ .]|\[[^\]]*\])?\??scope/i.test(pattern)) return false;
  return !/\||\(\?<?!|\)(?:[?*]|\{0)/.test(pattern.replace(/\\./g, ""));
}

/** A function of this file that returns a boolean: what holds when the returned expression is truthy. */
function predicateTruth(code: Code, call: Call, values: readonly PredicateReturn[], depth: number): Truth {
  let yes: Facts = NEVER;
  let no: Facts = NEVER;
  for (const { value, facts } of values) {
    const truth = value ? truthOf(code, value, depth + 1) : FALSE;
    yes = either(yes, both(facts, truth.yes));
    no = either(no, both(facts, truth.no));
  }
  return { yes: fromPredicate(call, yes), no: fromPredicate(call, no) };
}

type PredicateReturn = { readonly value: Node | undefined; readonly facts: Facts };

/** Facts of a predicate, told of its call: names inside it mean nothing outside. */
function fromPredicate(call: Call, facts: Facts): Facts {
  if (facts === NEVER || facts.tests.length === 0) return facts === NEVER ? NEVER : NOTHING;
  const ofErrorCode = facts.tests.some((test) => test.ofErrorCode);
  const [subject] = call.arguments;
  if (!subject) return { ...facts, present: [], absent: [] };
  return {
    ...facts,
    present: [],
    absent: [],
    tests: [{ node: call, kind: ofErrorCode ? "predicate" : "status", subject, ofErrorCode }],
  };
}

function isMinusOne(node: Node): boolean {
  return (
    node.type === "UnaryExpression" &&
    node.operator === "-" &&
    node.argument.type === "NumericLiteral" &&
    node.argument.value === 1
  );
}

/** `null`, `undefined` or `void 0`. */
export function isNothing(expression: Node): boolean {
  const node = unwrap(expression);
  return (
    node.type === "NullLiteral" ||
    (node.type === "Identifier" && node.name === "undefined") ||
    (node.type === "UnaryExpression" && node.operator === "void")
  );
}
