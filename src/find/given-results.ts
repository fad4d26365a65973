import type { Code } from "../parse/code.ts";
import { covers, type FunctionNode, type Node } from "../parse/tree.ts";
import { truthOf } from "./conditions.ts";
import { memberWrites } from "./constant-members.ts";
import { both, either, type Facts, NEVER, NOTHING } from "./facts.ts";
import { presentFlagTruth } from "./flags.ts";
import { calledFunction, returnedValues } from "./functions.ts";
import { fromPredicate } from "./predicates.ts";
import { isDeferred } from "./shells.ts";
import { constantValue, isCall, isNeverWritten, isNothing, unwrap } from "./syntax.ts";
import { doubted } from "./truth.ts";
import { isOverridden } from "./uses.ts";

/** How a function says that it gives nothing. */
type Nothing = "undefined" | "null" | "either" | "empty list";

/**
 * What it tells that something is there: a flag, or what a function of this file gives, as `challengedScope(response)`
 * that returns `undefined` for what is no step-up.
 *
 * @param nothing what it is compared with
 */
export function presentFacts(code: Code, subject: Node, nothing: Node, isStrict: boolean): Facts {
  const kind = isStrict ? (unwrap(nothing).type === "NullLiteral" ? "null" : "undefined") : "either";
  const flag = presentFlagTruth(code, subject, nothing, isStrict).yes;
  return both(flag, givenFacts(code, subject, kind) ?? NOTHING);
}

/** What is known of the elements of a list that a function of this file gives, if it gives any. */
export const givenListFacts = (code: Code, list: Node): Facts | undefined => givenFacts(code, list, "empty list");

function givenFacts(code: Code, expression: Node, nothing: Nothing): Facts | undefined {
  const given = unwrap(expression);
  const value = given.type === "Identifier" ? constantValue(code, given) : given;
  const node = value && unwrap(value);
  if (node?.type === "ConditionalExpression") {
    const facts = factsOfValue(code, node, nothing);
    return facts.tests.length > 0 ? facts : undefined;
  }
  const isAwaited = node?.type === "AwaitExpression";
  const call = isAwaited ? unwrap(node.argument) : node;
  const target = isCall(call) ? calledFunction(code, call) : undefined;
  if (!isCall(call) || !target || target.generator || isDeferred(target) !== isAwaited) return undefined;
  const facts = fromPredicate(call, factsOfResult(code, target, nothing));
  if (facts.tests.length === 0) return undefined;
  return isSure(code, target, nothing) && !isOverridden(code, call) ? facts : doubted({ yes: facts, no: NOTHING }).yes;
}

/**
 * Whether a function tells for certain what answer it was given: of one thing alone, and by what it returns. Behind its end
 * it gives `undefined`, which is no other nothing; and what it shares with other runs may be of another answer.
 */
function isSure(code: Code, target: FunctionNode, nothing: Nothing): boolean {
  const call = code.tree.parent(target);
  // What minifiers make of a function that is called once.
  const isInPlace = target.type === "FunctionExpression" && isCall(call) && call.callee === target;
  const isPlain = isInPlace || target.type === "FunctionDeclaration" || target.type === "ArrowFunctionExpression";
  if (!isPlain || target.params.length !== 1 || (nothing === "null" && !alwaysGives(target.body))) return false;
  return code.answers.of(isSure, target, () => {
    let isAlone = true;
    code.tree.walk(target.body, (node) => {
      const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
      const isOuter = binding && !covers(target, binding.identifier);
      const isShared =
        isOuter &&
        (!isNeverWritten(code, binding) || (binding.kind === "variable" && memberWrites(code, binding).length > 0));
      if (node.type === "ThisExpression" || isShared) isAlone = false;
      return isAlone;
    });
    return isAlone;
  });
}

/** Whether a body never comes to its end. */
function alwaysGives(body: Node | undefined): boolean {
  switch (body?.type) {
    case "ReturnStatement":
    case "ThrowStatement":
      return true;
    case "BlockStatement":
      return alwaysGives(body.body.at(-1));
    case "IfStatement":
      return body.alternate != null && alwaysGives(body.consequent) && alwaysGives(body.alternate);
    default:
      return body !== undefined && !/Statement$|Declaration$/.test(body.type);
  }
}

/** What holds where a function returns something. */
function factsOfResult(code: Code, target: FunctionNode, nothing: Nothing): Facts {
  const known = code.answers.about<FunctionNode, Map<Nothing, Facts>>(factsOfResult);
  const byNothing = known.get(target) ?? new Map<Nothing, Facts>();
  known.set(target, byNothing);
  const found = byNothing.get(nothing);
  if (found) return found;
  // Until it is known, a function that asks itself tells nothing.
  byNothing.set(nothing, NOTHING);
  const facts =
    returnedValues(code, target)
      ?.map(({ value, facts }) =>
        both(facts, value ? factsOfValue(code, value, nothing) : absentFacts(undefined, nothing)),
      )
      .reduce(either, NEVER) ?? NOTHING;
  byNothing.set(nothing, facts);
  return facts;
}

/** What a value tells that is returned, if it is something. */
function factsOfValue(code: Code, value: Node, nothing: Nothing): Facts {
  const node = unwrap(value);
  if (node.type !== "ConditionalExpression") return absentFacts(node, nothing);
  const { yes, no } = truthOf(code, node.test);
  return either(
    both(yes, factsOfValue(code, node.consequent, nothing)),
    both(no, factsOfValue(code, node.alternate, nothing)),
  );
}

const absentFacts = (value: Node | undefined, nothing: Nothing): Facts => (isAbsent(value, nothing) ? NEVER : NOTHING);

function isAbsent(value: Node | undefined, nothing: Nothing): boolean {
  const isNull = value?.type === "NullLiteral";
  switch (nothing) {
    case "empty list":
      return value?.type === "ArrayExpression" && value.elements.length === 0;
    case "null":
      return isNull;
    case "undefined":
      return !value || (isNothing(value) && !isNull);
    default:
      return !value || isNothing(value);
  }
}
