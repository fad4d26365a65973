import type { Code } from "../parse/code.ts";
import type { FunctionNode, Node } from "../parse/tree.ts";
import { truthOf } from "./conditions.ts";
import { both, either, eitherOf, isNever, NEVER } from "./facts.ts";
import { flagTruth } from "./flags.ts";
import { calledFunction, returnedValues } from "./functions.ts";
import { fromPredicate } from "./predicates.ts";
import { isDeferred } from "./shells.ts";
import {
  type Call,
  constantNumber,
  constantText,
  constantValue,
  initialValue,
  isCall,
  isMember,
  isNothing,
  type Member,
  memberName,
  pathOf,
  unwrap,
} from "./syntax.ts";
import { entryTruth, type Matches } from "./tables.ts";
import { doubted, FALSE, not, type Truth, UNKNOWN } from "./truth.ts";

/** More steps than lead from a class of answers to the test that it was given by. */
const MOST_STEPS = 6;

/** More functions than give it to each other. */
const MOST_CALLS = 3;

/** What is asked for, and the functions whose answers are being read: one that asks itself tells nothing. */
interface Asked {
  readonly matches: Matches;
  readonly within: readonly FunctionNode[];
}

/**
 * `kind === "step-up"`, where the value was chosen by tests of the challenge: `classify(error)`,
 * `error === "insufficient_scope" ? "step-up" : "other"`, `KINDS[error]`.
 */
export function classTruth(code: Code, subject: Node, value: Node): Truth | undefined {
  const matches = matchesOf(code, value);
  const found = matches && valueTruth(code, subject, { matches, within: [] }, 0);
  const truth = found && (isConstant(code, value) ? found : doubted(found));
  const tells = truth && [truth.yes, truth.no].some((facts) => facts.tests.length > 0 && !isNever(facts));
  return tells ? truth : undefined;
}

/** By its text, number or yes or no, where it is a constant of the file; else by the name that it has. */
function matchesOf(code: Code, value: Node): Matches | undefined {
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

const isConstant = (code: Code, value: Node): boolean => constantOf(code, value) !== undefined;

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

function constantOf(code: Code, value: Node): string | number | boolean | undefined {
  const node = unwrap(value);
  if (node.type === "BooleanLiteral") return node.value;
  return (
    constantText(code, node) ?? constantNumber(code, node) ?? (isMember(node) ? numberInEnum(code, node) : undefined)
  );
}

/** The number of a member of an enum that is given none, and so is one more than the member before. */
function numberInEnum(code: Code, member: Member): number | undefined {
  const object = unwrap(member.object);
  const declaration = object.type === "Identifier" ? code.bindings.resolve(object)?.declaration : undefined;
  if (declaration?.type !== "TSEnumDeclaration") return undefined;
  const name = memberName(code, member);
  let number: number | undefined = -1;
  for (const { id, initializer } of (declaration.body ?? declaration).members) {
    number = initializer ? constantNumber(code, initializer) : number === undefined ? undefined : number + 1;
    if ((id.type === "Identifier" ? id.name : id.value) === name) return number;
  }
  return undefined;
}

function valueTruth(code: Code, expression: Node, asked: Asked, depth: number): Truth {
  const { matches } = asked;
  const node = unwrap(expression);
  const next = (inner: Node) => valueTruth(code, inner, asked, depth + 1);
  const ofConstant = (): Truth => {
    const isMatch = matches(node);
    return isMatch === undefined ? UNKNOWN : isMatch ? not(FALSE) : FALSE;
  };
  if (depth > MOST_STEPS) return UNKNOWN;
  switch (node.type) {
    case "ConditionalExpression": {
      const test = truthOf(code, node.test);
      return chosenBy(test, next(node.consequent), next(node.alternate));
    }
    case "LogicalExpression": {
      if (node.operator === "&&") return chosenBy(truthOf(code, node.left), next(node.right), FALSE);
      const [left, right] = [next(node.left), next(node.right)];
      return { yes: either(left.yes, right.yes), no: either(left.no, right.no) };
    }
    case "AwaitExpression": {
      const call = unwrap(node.argument);
      return isCall(call) ? calledTruth(code, call, asked, true) : next(call);
    }
    case "CallExpression":
    case "OptionalCallExpression":
      return entryTruth(code, node, matches) ?? calledTruth(code, node, asked, false);
    case "MemberExpression":
    case "OptionalMemberExpression":
      return entryTruth(code, node, matches) ?? ofConstant();
    case "Identifier": {
      const value = constantValue(code, node);
      return value ? next(value) : flagTruth(code, node, (each) => matches(each) === false);
    }
    default:
      return ofConstant();
  }
}

const chosenBy = (test: Truth, then: Truth, other: Truth): Truth => ({
  yes: eitherOf(both(test.yes, then.yes), both(test.no, other.yes)),
  no: either(both(test.yes, then.no), both(test.no, other.no)),
});

/** What a function of this file gives. */
function calledTruth(code: Code, call: Call, { matches, within }: Asked, isAwaited: boolean): Truth {
  const target = calledFunction(code, call);
  if (!target || target.generator || (isDeferred(target) && !isAwaited)) return UNKNOWN;
  if (within.includes(target) || within.length === MOST_CALLS) return UNKNOWN;
  const asked = { matches, within: [...within, target] };
  const values = returnedValues(code, target)?.map(({ value, facts }) => {
    const truth = value ? valueTruth(code, value, asked, 1) : FALSE;
    return { yes: both(facts, truth.yes), no: both(facts, truth.no) };
  });
  if (!values) return UNKNOWN;
  return {
    yes: fromPredicate(call, values.map(({ yes }) => yes).reduce(eitherOf, NEVER)),
    no: fromPredicate(call, values.map(({ no }) => no).reduce(either, NEVER)),
  };
}
