import type * as t from "@babel/types";
import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
import { truthOf } from "./conditions.ts";
import { leavesMember } from "./constant-members.ts";
import { constantOf } from "./constants.ts";
import { both, either, eitherOf, isNever, NEVER } from "./facts.ts";
import { flagTruth, isInOneRun } from "./flags.ts";
import { calledFunction, returnedValues } from "./functions.ts";
import { wayTo } from "./patterns.ts";
import { fromPredicate } from "./predicates.ts";
import { coreOf, isDeferred } from "./shells.ts";
import { isUnique, symbolOf } from "./symbols.ts";
import {
  awaited,
  type Call,
  constantText,
  constantValue,
  frozen,
  initialValue,
  isCall,
  isMember,
  isNeverWritten,
  isNothing,
  type Member,
  memberName,
  onlyValue,
  pathOf,
  propertyName,
  propertyValue,
  unwrap,
} from "./syntax.ts";
import { entryTruth, type Matches } from "./tables.ts";
import { doubted, FALSE, not, type Truth, UNKNOWN } from "./truth.ts";
import { argumentsFor, isOverridden, usesOf } from "./uses.ts";

/** More steps than lead from a class of answers to the test that it was given by. */
const MOST_STEPS = 6;

/** More callers than hand a function what they have classified. */
const MOST_CALLERS = 12;

/** More functions than give it to each other. */
const MOST_CALLS = 3;

/** What is asked for, and the functions whose answers are being read: one that asks itself tells nothing. */
interface Asked {
  readonly matches: Matches;
  /** What its value tells as a whole, where it is not compared: that it is there, or that it holds. */
  readonly whole?: (value: Node) => Truth;
  readonly within: readonly FunctionNode[];
  /** The members that lead to the value: `kind` of `outcome.kind`, where the outcome is read. */
  readonly names: readonly string[];
}

/**
 * `kind === "step-up"`, where the value was chosen by tests of the challenge: `classify(error)`,
 * `error === "insufficient_scope" ? "step-up" : "other"`, `KINDS[error]`.
 */
export function classTruth(code: Code, subject: Node, value: Node): Truth | undefined {
  const matches = matchesOf(code, value);
  const found = matches && valueTruth(code, subject, { matches, within: [], names: [] }, 0);
  return found && telling(isConstant(code, value) ? found : doubted(found));
}

/** `answer.level >= Level.StepUp`, where the number was chosen by tests of the challenge. */
export function orderTruth(code: Code, { left, operator, right }: t.BinaryExpression): Truth | undefined {
  const [limit, other] = [constantOf(code, right), constantOf(code, left)];
  const isSwapped = limit === undefined;
  const number = isSwapped ? other : limit;
  if (typeof number !== "number") return undefined;
  const matches = (each: Node) => {
    const found = constantOf(code, each);
    if (typeof found !== "number") return undefined;
    return isOrdered(operator, isSwapped ? number - found : found - number);
  };
  return telling(valueTruth(code, isSwapped ? right : left, { matches, within: [], names: [] }, 0));
}

const isOrdered = (operator: string, difference: number): boolean =>
  difference === 0 ? operator.endsWith("=") : difference > 0 === operator.startsWith(">");

/** `"stepUp" in outcome`, of a record that a function of this file gives. */
export function partTruth(code: Code, record: Node, key: Node): Truth | undefined {
  const name = constantText(code, key);
  if (name === undefined) return undefined;
  const asked = { matches: untold, whole: () => not(FALSE), within: [], names: [name] };
  return telling(valueTruth(code, record, asked, 0));
}

/** `outcome.stepUp`, `flags.needsScope`, of a record that a function of this file gives: that it is there, or holds. */
export const flagOfRecord = (code: Code, flag: Member | t.Identifier): Truth | undefined =>
  telling(valueTruth(code, flag, { matches: untold, whole: (value) => holds(code, value), within: [], names: [] }, 0));

const untold = () => undefined;

function holds(code: Code, value: Node): Truth {
  const isMade = value.type === "NewExpression" || /^(?:Object|Array)Expression$/.test(value.type) || isFunction(value);
  return isMade || constantText(code, value) ? not(FALSE) : truthOf(code, value);
}

/** What is told by tests, and can be. */
const telling = (truth: Truth): Truth | undefined =>
  [truth.yes, truth.no].some((facts) => facts.tests.length > 0 && !isNever(facts)) ? truth : undefined;

/** By its text, number or yes or no, where it is a constant of the file, or as a symbol; else by the name that it has. */
function matchesOf(code: Code, value: Node): Matches | undefined {
  const symbol = symbolOf(code, value);
  if (symbol && isUnique(code, symbol))
    return (each) => {
      const found = symbolOf(code, each);
      return found ? found === symbol : isNothing(each) || constantOf(code, each) !== undefined ? false : undefined;
    };
  const wanted = constantOf(code, value);
  const name = wanted === undefined ? nameOf(code, unwrap(value)) : undefined;
  if (wanted === undefined && name === undefined) return undefined;
  return (each) => {
    if (isNothing(each)) return false;
    if (name !== undefined) return pathOf(code, each) === name ? true : undefined;
    const found = constantOf(code, each);
    return found === undefined ? undefined : found === wanted;
  };
}

const isConstant = (code: Code, value: Node): boolean =>
  constantOf(code, value) !== undefined || symbolOf(code, value) !== undefined;

/** The name of what is imported, or of a member of an object that is there from the start: what it is can't be told. */
function nameOf(code: Code, value: Node): string | undefined {
  let root = value;
  while (isMember(root)) root = unwrap(root.object);
  const owner = root.type === "Identifier" ? code.bindings.resolve(root) : undefined;
  const isThere =
    owner?.kind === "import" ||
    (isMember(value) && owner && (owner.kind === "enum" || owner.kind === "class" || initialValue(code, owner)));
  return isThere ? pathOf(code, value) : undefined;
}

function valueTruth(code: Code, expression: Node, asked: Asked, depth: number): Truth {
  const { matches, names, whole } = asked;
  const node = frozen(code, expression);
  const next = (inner: Node) => valueTruth(code, inner, asked, depth + 1);
  const isSymbol = symbolOf(code, expression) !== undefined;
  const ofConstant = (): Truth => {
    if (names.length > 0) return UNKNOWN;
    const isMatch = matches(isSymbol ? expression : node);
    return isMatch === undefined ? UNKNOWN : isMatch ? not(FALSE) : FALSE;
  };
  if (depth > MOST_STEPS) return UNKNOWN;
  // Nothing has no member.
  if (names.length > 0 && isNothing(node)) return FALSE;
  if (names.length === 0 && whole && depth > 0) return whole(node);
  if (isSymbol) return ofConstant();
  switch (node.type) {
    case "ConditionalExpression": {
      const test = truthOf(code, node.test);
      return chosenBy(test, next(node.consequent), next(node.alternate));
    }
    case "LogicalExpression": {
      if (node.operator === "&&") return chosenBy(truthOf(code, node.left), next(node.right), FALSE);
      const [left, right] = [next(node.left), next(node.right)];
      return { yes: eitherOf(left.yes, right.yes), no: either(left.no, right.no) };
    }
    case "AwaitExpression":
    case "YieldExpression": {
      const call = awaited(node);
      if (call === node) return UNKNOWN;
      return isCall(call) ? calledTruth(code, call, asked, true) : next(call);
    }
    case "CallExpression":
    case "OptionalCallExpression":
      return (names.length === 0 && entryTruth(code, node, matches)) || calledTruth(code, node, asked, false);
    case "MemberExpression":
    case "OptionalMemberExpression":
      return (names.length === 0 && entryTruth(code, node, matches)) || memberTruth(code, node, asked, depth);
    case "ObjectExpression": {
      const [name, ...rest] = names;
      const part = name === undefined ? undefined : partOf(code, node, name);
      return part ? valueTruth(code, part, { ...asked, names: rest }, depth + 1) : part === null ? FALSE : UNKNOWN;
    }
    case "ArrayExpression": {
      const [place, ...rest] = names;
      // `answer.length` is no element.
      const isPlain = /^\d+$/.test(place ?? "") && node.elements.every((each) => each?.type !== "SpreadElement");
      const element = place === undefined || !isPlain ? undefined : node.elements[Number(place)];
      if (!element) return isPlain && place !== undefined ? FALSE : UNKNOWN;
      return valueTruth(code, element, { ...asked, names: rest }, depth + 1);
    }
    case "Identifier":
      return nameTruth(code, node, asked, depth);
    default:
      return ofConstant();
  }
}

/** What a member of a record tells that a function of this file gives, or that is written out: `outcome.kind`. */
function memberTruth(code: Code, member: Member, asked: Asked, depth: number): Truth {
  const name = memberName(code, member);
  const root = unwrap(member.object);
  const isMade = isCall(awaited(root)) || root.type === "Identifier" || isMember(root);
  const ofRecord =
    name !== undefined && isMade
      ? valueTruth(code, root, { ...asked, names: [name, ...asked.names] }, depth + 1)
      : UNKNOWN;
  if (ofRecord.yes.tests.length > 0 || ofRecord.no.tests.length > 0) return ofRecord;
  if (asked.names.length > 0) return UNKNOWN;
  const isMatch = asked.matches(member);
  return isMatch === undefined ? UNKNOWN : isMatch ? not(FALSE) : FALSE;
}

/** What a name tells, by the value that it stands for or by the record that it is taken out of. */
function nameTruth(code: Code, name: t.Identifier, asked: Asked, depth: number): Truth {
  const { matches, names } = asked;
  const value = names.length > 0 ? onlyValue(code, name) : constantValue(code, name);
  const binding = code.bindings.resolve(name);
  if (value) {
    const truth = valueTruth(code, value, asked, depth + 1);
    const isKept =
      names.length === 0 || (binding && leavesMember(code, binding, names[0]) && !isOfAnotherTurn(code, binding, name));
    return isKept ? truth : doubted(truth);
  }
  const declaration = binding?.declaration;
  const isTaken = declaration?.type === "VariableDeclarator" && /^(?:Object|Array)Pattern$/.test(declaration.id.type);
  const way = binding && isTaken ? wayTo(code, declaration.id, binding.identifier) : undefined;
  if (binding && isTaken && way && declaration.init && isNeverWritten(code, binding))
    return valueTruth(code, declaration.init, { ...asked, names: [...way, ...names] }, depth + 1);
  if (names.length === 0) return flagTruth(code, name, (each) => matches(each) === false);
  return binding?.kind === "parameter" ? passedTruth(code, binding, asked, depth) : UNKNOWN;
}

/** Whether a name outlives the loop in which it is given its value and read: that may be of an earlier turn. */
const isOfAnotherTurn = (code: Code, binding: Binding, mention: Node): boolean =>
  constantValue(code, binding.identifier) === undefined &&
  code.tree.functionAround(mention) === code.tree.functionAround(binding.declaration) &&
  !isInOneRun(code, binding, mention);

/** What the records tell that the calls of this file pass for a parameter; proof only if there are no other calls. */
function passedTruth(code: Code, parameter: Binding, asked: Asked, depth: number): Truth {
  const target = parameter.declaration;
  if (!isFunction(target) || !leavesMember(code, parameter, asked.names[0])) return UNKNOWN;
  const { within } = asked;
  const given = within.includes(target) ? [] : argumentsFor(code, target, parameter);
  if (given.length === 0 || given.length > MOST_CALLERS || within.length === MOST_CALLS) return UNKNOWN;
  const passed = given.map((each) => valueTruth(code, each, { ...asked, within: [...within, target] }, depth + 1));
  const truth = {
    yes: passed.map(({ yes }) => yes).reduce(eitherOf, NEVER),
    no: passed.map(({ no }) => no).reduce(either, NEVER),
  };
  const uses = usesOf(code, target);
  return uses?.complete && uses.mentions.length === passed.length ? truth : doubted(truth);
}

/** What a record has under a name; null where it has nothing there, undefined where that is not known. */
function partOf(code: Code, record: t.ObjectExpression, name: string): Node | null | undefined {
  const isPlain = record.properties.every(
    (part) => part.type === "ObjectProperty" && propertyName(code, part.key, part.computed) !== undefined,
  );
  const part = isPlain ? propertyValue(code, record, name) : undefined;
  // What every object inherits (`toString`) is there all the same.
  return part ?? (isPlain && !(name in {}) ? null : undefined);
}

const chosenBy = (test: Truth, then: Truth, other: Truth): Truth => ({
  yes: eitherOf(both(test.yes, then.yes), both(test.no, other.yes)),
  no: either(both(test.yes, then.no), both(test.no, other.no)),
});

/** What a function of this file gives. */
function calledTruth(code: Code, call: Call, asked: Asked, isAwaited: boolean): Truth {
  const { within } = asked;
  const target = calledFunction(code, call);
  if (!target || target.generator || (isDeferred(target) && !isAwaited)) return UNKNOWN;
  if (within.includes(target) || within.length === MOST_CALLS) return UNKNOWN;
  const values = returnedValues(code, coreOf(target))?.map(({ value, facts }) => {
    const truth = value ? valueTruth(code, value, { ...asked, within: [...within, target] }, 1) : FALSE;
    return { yes: both(facts, truth.yes), no: both(facts, truth.no) };
  });
  if (!values) return UNKNOWN;
  const truth = {
    yes: fromPredicate(call, values.map(({ yes }) => yes).reduce(eitherOf, NEVER)),
    no: fromPredicate(call, values.map(({ no }) => no).reduce(either, NEVER)),
  };
  return isOverridden(code, call) ? doubted(truth) : truth;
}
