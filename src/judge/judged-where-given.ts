import type * as t from "@babel/types";
import type { Alternative } from "../find/alternatives.ts";
import { isToldByMember } from "../find/error-members.ts";
import { calledFunction } from "../find/functions.ts";
import { functionsGiven } from "../find/handed-functions.ts";
import { valuesKept } from "../find/kept-flags.ts";
import { isCall, isMember, unwrap } from "../find/syntax.ts";
import { calledFunctions, methodsLikely } from "../find/uses.ts";
import type { Code } from "../parse/code.ts";
import { covers, type Node } from "../parse/tree.ts";
import type { Judgement } from "./judgement.ts";

/** Whether an object is what a function gives, and the scope in it is judged where a call of that gives it. */
function isJudgedWhereReturned(code: Code, made: Node, judgements: readonly Judgement[]): boolean {
  const around = code.tree.functionAround(made);
  const isGiven = (value: Node, steps = 0): boolean => {
    const node = unwrap(value);
    const next = (inner: Node) => steps < MOST_STEPS && isGiven(inner, steps + 1);
    if (isCall(node)) return calledFunction(code, node) === around;
    if (node.type === "AwaitExpression") return next(node.argument);
    if (node.type === "ConditionalExpression") return next(node.consequent) || next(node.alternate);
    if (isMember(node)) return next(node.object) || valuesKept(code, node).some(next);
    return node.type === "Identifier" && valuesNamed(code, node).some(next);
  };
  const isGivenByIt = ({ challenged }: Alternative): boolean => challenged !== undefined && isGiven(challenged);
  return around !== undefined && judgements.some(({ candidate }) => candidate.alternatives.some(isGivenByIt));
}

/** More names and members than lie between a scope and the function that gives its record. */
const MOST_STEPS = 5;

/** What a variable gets, where it is declared or behind that. */
function valuesNamed(code: Code, name: t.Identifier): readonly Node[] {
  const binding = code.bindings.resolve(name);
  const { declaration } = binding ?? {};
  if (!binding || declaration?.type !== "VariableDeclarator") return [];
  const later = (code.bindings.writes(binding) ?? []).flatMap((write) => {
    const assignment = code.tree.parent(write);
    return assignment?.type === "AssignmentExpression" && assignment.left === write ? [assignment.right] : [];
  });
  return [...(declaration.init ? [declaration.init] : []), ...later];
}

/** Whether a site is judged that an error tells of which more than a step-up may lead to. */
const isByErrorClass = (judgements: readonly Judgement[]): boolean =>
  judgements.some(({ candidate: { facts } }) => facts.tests.some(({ doubt }) => doubt === "escaping-error"));

/**
 * Leaves out a scope that goes to a callback, or to a method of another object, in which it is judged: that is where a
 * person would change it.
 */
export function withoutJudgedWhereGiven(code: Code, judgements: readonly Judgement[]): readonly Judgement[] {
  return judgements.filter((judgement) => {
    const { call, kind, node, alternatives: given } = judgement.candidate;
    const isGiven = ({ challenged }: Alternative) =>
      call && challenged && (covers(call, challenged) || given.some((each) => each.challenged === challenged));
    if (judgement.doubt === "side-channel" && kind === "return") return !isJudgedWhereReturned(code, node, judgements);
    if (judgement.doubt !== "side-channel" || !call) return true;
    // What a handler knows by its member, it takes the scope from: `failure.reason === "scope"`.
    if (!isCall(call))
      return (
        !isJudgedWhereReturned(code, call, judgements) && !(isToldByMember(code, call) && isByErrorClass(judgements))
      );
    const run = [...functionsGiven(code, call.callee), ...methodsLikely(code, call.callee)];
    // `run(reply, (scope) => this.widen(scope))`
    const called = run.flatMap((each) => code.tree.own(each.body, "CallExpression"));
    const all = [...run, ...called.flatMap((each) => calledFunctions(code, each))];
    return !judgements.some(
      ({ candidate: { node, alternatives } }) =>
        all.some((target) => covers(target, node)) && alternatives.some(isGiven),
    );
  });
}
