import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { ERROR_NAME, SETTLING } from "../rules/names.ts";
import { calleeName, roleOf } from "./calls.ts";
import { type Facts, NOTHING, type Test } from "./facts.ts";
import { ANY, INSUFFICIENT, isWithin, STATUS_403 } from "./kinds.ts";
import { isCall, unwrap } from "./syntax.ts";

/**
 * What a person who wrote a test of the error code took to hold behind it, where the others come there all the same: the
 * error is thrown and caught right there, or handed to `next(…)` without a `return`. Likely, and never proved. It holds
 * of exits for other errors alone: an `if` that is there for a step-up says nothing of what comes behind it.
 */
export function meantBy(facts: Facts): Facts {
  const isStepUpLeft = isWithin(STATUS_403 & INSUFFICIENT, facts.kinds);
  if (!isStepUpLeft || facts.kinds === ANY || !facts.tests.some(({ ofErrorCode }) => ofErrorCode)) return NOTHING;
  const tests = facts.tests.map((test): Test => ({ ...test, doubt: "other-causes" }));
  return { ...NOTHING, kinds: facts.kinds, tests };
}

/**
 * Whether a branch hands on an error at its end, as one that leaves would, and does not leave: `{ next(new Error()); }`.
 * What only tells of one, `captureException(new Error())`, was never meant to leave.
 */
export function handsOnError(code: Code, branch: Node): boolean {
  const last = branch.type === "BlockStatement" ? branch.body.at(-1) : branch;
  const call = last && unwrap(last.type === "ExpressionStatement" ? last.expression : last);
  if (!isCall(call) || roleOf(code, call) === "telling") return false;
  const isError = (each: Node) => each.type === "NewExpression" && ERROR_NAME.test(calleeName(code, each) ?? "");
  const [first] = call.arguments;
  // What an object is told, `this.onerror(new Error())`, goes on in any case.
  const isContinuation = call.callee.type === "Identifier" || SETTLING.test(calleeName(code, call) ?? "");
  return (
    first !== undefined && isContinuation && (isError(unwrap(first)) || SETTLING.test(calleeName(code, call) ?? ""))
  );
}
