import { boundNames } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { covers, type FunctionNode, type Node } from "../parse/tree.ts";
import { predicateTruth } from "./conditions.ts";
import { doubtOf, type Facts, NOTHING } from "./facts.ts";
import { functionGiven } from "./functions.ts";
import { ANY } from "./kinds.ts";
import { type Call, constantValue, isCall, isMember, memberName, unwrap } from "./syntax.ts";
import type { Truth } from "./truth.ts";

/**
 * What the finding of a challenge in a list tells of what was found: `challenges.find((each) => each.error === …)`.
 *
 * @param expression the call, or a constant that holds its result
 * @returns undefined where nothing is looked for by its error code
 */
export function foundTruth(code: Code, expression: Node): Truth | undefined {
  const node = unwrap(expression);
  const held = node.type === "Identifier" ? constantValue(code, node) : node;
  const call = held && unwrap(held);
  if (!isCall(call) || !isMember(call.callee) || !call.arguments[0]) return undefined;
  if (!/^find(?:Last)?$/.test(memberName(code, call.callee) ?? "")) return undefined;
  const predicate = functionGiven(code, call.arguments[0]);
  // A promise or an iterator is truthy whatever comes of it: the first of the list is found.
  if (!predicate || predicate.async || predicate.generator) return undefined;
  const { yes } = predicateTruth(code, predicate);
  return yes.kinds !== ANY && yes.tests.length > 0 && looksAtElement(code, yes, predicate)
    ? { yes: toldOf(call, yes), no: NOTHING }
    : undefined;
}

/** Whether all that a predicate tests is its first parameter. */
function looksAtElement(code: Code, { tests }: Facts, predicate: FunctionNode): boolean {
  const [parameter] = predicate.params;
  const names = boundNames(parameter).map((name) => code.bindings.resolve(name));
  return tests.every(({ subject }) => {
    let root = subject && unwrap(subject);
    while (isMember(root)) root = unwrap(root.object);
    const binding = root?.type === "Identifier" ? code.bindings.resolve(root) : undefined;
    return binding !== undefined && names.includes(binding) && parameter && covers(parameter, binding.identifier);
  });
}

/** The facts of one element, told of the call that found it: names inside the predicate mean nothing outside. */
function toldOf(call: Call, { kinds, proved, tests }: Facts): Facts {
  const ofErrorCode = tests.some((test) => test.ofErrorCode);
  const test = { node: call, kind: "predicate" as const, subject: call, ofErrorCode, ...doubtOf(tests) };
  return { ...NOTHING, kinds, proved, tests: [test] };
}
