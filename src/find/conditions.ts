import type * as t from "@babel/types";
import { type Code, rangeOf } from "../parse/code.ts";
import { isFunction, type Node } from "../parse/tree.ts";
import { holdsMatch, isOptional, nullTruth } from "./absence.ts";
import { getterOf } from "./accessors.ts";
import { flagOfRecord, orderTruth, partTruth } from "./classified.ts";
import {
  equality,
  foundAt,
  heldBy,
  isMinusOne,
  methodTruth,
  mistakenTruth,
  positionCallTruth,
  positionTruth,
} from "./comparisons.ts";
import { booleanOf } from "./constants.ts";
import { emptinessTruth } from "./emptiness.ts";
import { errorClassTruth } from "./error-code.ts";
import { both, either, eitherOf, type Facts, NOTHING } from "./facts.ts";
import { fieldFlagTruth, flagTruth } from "./flags.ts";
import { countTruth, foundTruth, lengthFacts, matchTruth } from "./found.ts";
import { calledFunction } from "./functions.ts";
import { presentFacts } from "./given-results.ts";
import { isStepUp } from "./kinds.ts";
import { fromElsewhere, fromGetter, fromPredicate, heldTruth, predicateTruth } from "./predicates.ts";
import { schemaTruth } from "./schemas.ts";
import { isDeferred } from "./shells.ts";
import {
  type Call,
  constantValue,
  firstMember,
  isCall,
  isMember,
  isNothing,
  type Member,
  pathOf,
  unwrap,
} from "./syntax.ts";
import { definedEntryTruth, keyCallTruth, keyTruth, presentEntryTruth } from "./tables.ts";
import { doubted, FALSE, not, type Truth, UNKNOWN, withPresence } from "./truth.ts";
import { isOverridden } from "./uses.ts";

/** Reads a condition: what its being truthy or falsy tells about the challenge. */
export function truthOf(code: Code, expression: Node): Truth {
  const node = unwrap(expression);
  const known = truths(code).get(node);
  if (known) return known;
  if (reading > MOST_DEPTH) return UNKNOWN;
  const chain = chainOf(code, node);
  // Until it is known, a condition that leads back to itself tells nothing.
  for (const each of chain) truths(code).set(each, UNKNOWN);
  reading++;
  try {
    for (const each of chain.reverse()) truths(code).set(each, readTruth(code, each));
  } finally {
    reading--;
  }
  return truths(code).get(node) ?? UNKNOWN;
}

/** A condition with those that are its left side: of thousands of operands, each would be a call deeper. */
function chainOf(code: Code, condition: Node): Node[] {
  const chain = [condition];
  for (let node = condition; node.type === "LogicalExpression"; chain.push(node)) {
    node = unwrap(node.left);
    if (truths(code).has(node)) break;
  }
  return chain;
}

/** More conditions than rest on each other in code that people write: what lies deeper tells nothing. */
const MOST_DEPTH = 300;
const truths = (code: Code) => code.answers.about<Node, Truth>(truths);
let reading = 0;

/** Whether a condition is being read, so that what is found meanwhile may rest on a part that is not known yet. */
export const isReadingCondition = (): boolean => reading > 0;

/** What a member is a part of. */
const wholeOf = (part: Node): Node => (isMember(part) ? wholeOf(unwrap(part.object)) : unwrap(part));

/** `if (found?.parameters.scope)`: what has a part is there. */
function partOfFound(code: Code, { object }: Member, { yes, no }: Truth): Truth {
  const found = foundTruth(code, wholeOf(object)) ?? matchTruth(code, wholeOf(object));
  return found ? { yes: both(found.yes, yes), no } : { yes, no };
}

function readTruth(code: Code, node: Node): Truth {
  const next = (inner: Node) => truthOf(code, inner);
  switch (node.type) {
    case "BooleanLiteral":
      return node.value ? not(FALSE) : FALSE;
    case "NullLiteral":
      return FALSE;
    case "UnaryExpression":
      if (node.operator === "void") return FALSE;
      if (node.operator === "~") return foundAt(code, node.argument);
      return node.operator === "!" ? not(next(node.argument)) : UNKNOWN;
    case "LogicalExpression":
      return logicalTruth(code, next(node.left), next(node.right), node.operator);
    case "ConditionalExpression": {
      const [test, then, other] = [next(node.test), next(node.consequent), next(node.alternate)];
      return {
        yes: either(both(test.yes, then.yes), both(test.no, other.yes)),
        no: either(both(test.yes, then.no), both(test.no, other.no)),
      };
    }
    case "AssignmentExpression":
      if (node.operator !== "=") return UNKNOWN;
      return mistakenTruth(code, node) ?? withPresence(code, node.left, next(node.right));
    case "AwaitExpression": {
      const call = unwrap(node.argument);
      return isCall(call) ? callTruth(code, call, "awaited") : next(call);
    }
    case "BinaryExpression":
      return comparisonTruth(code, node);
    case "Identifier":
      if (isNothing(node)) return FALSE;
      return withPresence(code, node, variableTruth(code, node));
    case "MemberExpression":
    case "OptionalMemberExpression":
      return withPresence(code, node, partOfFound(code, node, memberTruth(code, node)));
    case "CallExpression":
    case "OptionalCallExpression":
      return callTruth(code, node);
    default:
      return UNKNOWN;
  }
}

function logicalTruth(code: Code, left: Truth, right: Truth, operator: t.LogicalExpression["operator"]): Truth {
  switch (operator) {
    case "&&": {
      const no = both(left.yes, right.no);
      // `if (error && error !== "insufficient_scope") return;` goes on with what `!error || error === …` tells.
      const isOfOne =
        isStepUp(right.no.kinds) && right.no.tests.some(({ subject }) => isAbsent(code, subject, left.no));
      return { yes: both(left.yes, right.yes), no: isOfOne ? eitherOf(left.no, no) : either(left.no, no) };
    }
    case "||":
      return { yes: eitherOf(left.yes, both(left.no, right.yes)), no: both(left.no, right.no) };
    default:
      return { yes: either(left.yes, right.yes), no: either(left.no, right.no) };
  }
}

function isAbsent(code: Code, subject: Node | undefined, { absent }: Facts): boolean {
  const path = subject && pathOf(code, subject);
  return path !== undefined && absent.includes(path);
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

/** `const stepUp = status === 403 && …; if (stepUp)`, or a flag that is set where something is known. */
function variableTruth(code: Code, identifier: t.Identifier): Truth {
  const value = constantValue(code, identifier);
  if (!value)
    return (
      foundTruth(code, identifier) ??
      matchTruth(code, identifier) ??
      flagOfRecord(code, identifier) ??
      flagTruth(code, identifier)
    );
  return isFunction(value) ? UNKNOWN : truthOf(code, value);
}

/** A field that holds a condition, or a property of what was found in a list: what has one is there. */
function memberTruth(code: Code, member: Member): Truth {
  const counted = lengthFacts(code, member);
  if (counted) return { yes: counted, no: NOTHING };
  const first = firstMember(code, member);
  if (first?.isKept()) return isFunction(first.value) ? UNKNOWN : truthOf(code, first.value);
  const getter = getterOf(code, member);
  if (getter) {
    const { yes, no } = predicateTruth(code, getter);
    return { yes: fromGetter(member, yes), no: fromGetter(member, no) };
  }
  const told =
    elementTruth(code, member) ??
    presentEntryTruth(code, member) ??
    schemaTruth(code, member) ??
    flagOfRecord(code, member);
  if (told) return told;
  const kept = fieldFlagTruth(code, member);
  if (kept !== UNKNOWN || !first || isFunction(first.value)) return kept;
  return doubted(truthOf(code, first.value));
}

/** What the presence of something that was looked for tells, or that of a property of it. */
function elementTruth(code: Code, expression: Node): Truth | undefined {
  return foundTruth(code, expression) ?? (isMember(expression) ? foundTruth(code, expression.object) : undefined);
}

function comparisonTruth(code: Code, node: t.BinaryExpression): Truth {
  const counted = countTruth(code, node);
  if (counted) return counted;
  switch (node.operator) {
    case "===":
    case "==":
    case "!==":
    case "!=": {
      const truth = equalityTruth(code, node);
      if (truth === UNKNOWN) return emptinessTruth(code, node);
      return node.operator.startsWith("!") ? not(truth) : truth;
    }
    case "in":
      if (node.left.type === "PrivateName") return UNKNOWN;
      return keyTruth(code, node, node.right, node.left) ?? partTruth(code, node.right, node.left) ?? UNKNOWN;
    case "instanceof":
      return node.left.type === "PrivateName" ? UNKNOWN : instanceTruth(code, node, node.left);
    case ">=":
    case "<=":
    case ">":
    case "<": {
      const truth = positionTruth(code, node);
      if (truth !== UNKNOWN) return truth;
      const empty = emptinessTruth(code, node);
      return empty === UNKNOWN ? (orderTruth(code, node) ?? UNKNOWN) : empty;
    }
    default:
      return UNKNOWN;
  }
}

/** What is no instance of a class is no error of its kind, and no Set of scopes. */
function instanceTruth(code: Code, node: t.BinaryExpression, subject: Node): Truth {
  const truth = errorClassTruth(code, node, subject, node.right);
  return truth === UNKNOWN ? { yes: NOTHING, no: withPresence(code, subject, UNKNOWN).no } : truth;
}

function equalityTruth(code: Code, node: t.BinaryExpression): Truth {
  const left = unwrap(node.left);
  const right = unwrap(node.right);
  for (const [one, other] of [
    [left, right],
    [right, left],
  ] as const) {
    const truth = equality(code, one, other, node, "comparison");
    if (truth) return truth;
    const said = booleanOf(other);
    if (said !== undefined) {
      const inner = truthOf(code, one);
      if (said) return inner;
      // Nothing at all is not false either.
      return isOptional(heldBy(code, one)) ? { yes: inner.no, no: doubted(inner).yes } : not(inner);
    }
    if (isMinusOne(other)) {
      const found = positionCallTruth(code, one);
      return isOptional(heldBy(code, one)) ? { yes: found.no, no: doubted(found).yes } : not(found);
    }
    if (isNothing(other)) {
      const isStrict = node.operator.length === 3;
      // What is not found in a list is undefined, and what is not matched null, but for its groups.
      const isNull = other.type === "NullLiteral";
      const element = isStrict && isNull ? undefined : (elementTruth(code, one) ?? definedEntryTruth(code, one));
      const mayTell = !isStrict || (isNull ? holdsMatch(code, one) : isMember(one));
      const match = element ? undefined : matchTruth(code, wholeOf(one));
      const found = element ?? (mayTell || !match ? match : isNull && !isMember(one) ? doubted(match) : undefined);
      if (found) return not(found);
      const { yes, no } = nullTruth(code, one, isCall(one) ? callTruth(code, one) : UNKNOWN, isStrict);
      return { yes, no: both(no, presentFacts(code, one, other, isStrict)) };
    }
  }
  return UNKNOWN;
}

function callTruth(code: Code, call: Call, result: "awaited" | "direct" = "direct"): Truth {
  const callee = unwrap(call.callee);
  const [argument] = call.arguments;
  if (callee.type === "Identifier" && callee.name === "Boolean" && argument) {
    return truthOf(code, argument);
  }
  if (argument && pathOf(code, callee) === "Array.isArray") {
    return { yes: NOTHING, no: withPresence(code, argument, UNKNOWN).no };
  }
  if (isMember(callee) && argument) {
    const truth = methodTruth(code, call, callee, argument);
    if (truth) return truth;
  }
  const found = foundTruth(code, call) ?? presentEntryTruth(code, call) ?? keyCallTruth(code, call);
  if (found) return found;
  const target = calledFunction(code, call);
  const elsewhere = target ? undefined : code.facts?.predicateOf?.(rangeOf(call));
  if (elsewhere) return fromElsewhere(call, elsewhere);
  if (!target) return withPresence(code, call, heldTruth(code, call));
  // A promise or an iterator is truthy whatever comes of it.
  if (target.generator || (isDeferred(target) && result === "direct")) return UNKNOWN;
  const { yes, no } = predicateTruth(code, target);
  const truth = { yes: fromPredicate(call, yes), no: fromPredicate(call, no) };
  return isOverridden(code, call) ? doubted(truth) : truth;
}
