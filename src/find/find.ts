import type * as t from "@babel/types";
import { boundNames } from "../parse/bindings.ts";
import { type Code, rangeOf } from "../parse/code.ts";
import { covers, endOf, type FunctionNode, indexFrom, type Node, startOf } from "../parse/tree.ts";
import { isReadUnder } from "./accessors.ts";
import { type Alternative, isReplacement, isUnion } from "./alternatives.ts";
import { isAskedFor } from "./asked-for.ts";
import { isBesideUnion } from "./beside-union.ts";
import { roleOf } from "./calls.ts";
import { factsAt, factsOfCall } from "./dominance.ts";
import { isCalled } from "./escapes.ts";
import { both, type Facts, type Test } from "./facts.ts";
import { leavesForElsewhere, withoutToldElsewhere } from "./handed-on.ts";
import { methodJoins, setterJoins } from "./joining/joins.ts";
import { storeJoins } from "./joining/stores.ts";
import { isShared, isStepUp, tellsOfAnswer } from "./kinds.ts";
import type { FlowQuestion } from "./leaf.ts";
import { withoutMendedElsewhere } from "./mended-elsewhere.ts";
import { whyNothingIsLost } from "./nothing-lost.ts";
import { namesScope, originOf, testedSources } from "./origins.ts";
import { outlivesHandler } from "./outlives-handler.ts";
import { fateOf } from "./overwritten.ts";
import { isOwnChallenge } from "./own-challenge.ts";
import { isOfAnotherElement, isReadAgain } from "./read-again.ts";
import { isKeptAndAsked } from "./read-back.ts";
import { isHandedOn } from "./receivers.ts";
import { challengeRecord } from "./records.ts";
import { type RequestUse, reachesRequest } from "./request-use.ts";
import { isScopeOfCaller } from "./returned-scopes.ts";
import { isOnlyShown } from "./shown.ts";
import { sinkPath, useOf } from "./sink-use.ts";
import { type Challenge, isOnlyOfSameResponse } from "./sources.ts";
import { type Call, constantValue, pathOf, unwrap } from "./syntax.ts";
import { isExportMention, usesOf } from "./uses.ts";
import { alternativesOf } from "./values.ts";
import { windowsOf } from "./windows.ts";
import { keepsValue, lastName, type Written, writtenAt } from "./written.ts";

/** A place where a challenged scope is kept or passed, under some evidence. Nothing is decided yet. */
export interface Candidate extends Written {
  /** What is reported: the assignment, the property, the call. */
  readonly node: Node;
  /** The key of a sink that keeps its value (see `pathOf`); absent for one that can't be read again. */
  readonly path: string | undefined;
  readonly facts: Facts;
  /** The values that the sink may get, each with what holds at the site when it does. */
  readonly alternatives: readonly Alternative[];
  /** What becomes of what the sink keeps. */
  readonly use: RequestUse;
  /** Whether the scope comes from the challenge whose error code was tested. */
  readonly isRelated: boolean;
}

/** Told of a write that is no candidate, why, and of what it writes. */
export type Dismissal = (node: Node, why: string, value: Node) => void;

/** Why a write is none that a setter or a method takes which adds to what it keeps. */
export const JOINED_THERE = "the setter joins what it gets with what it keeps";

/**
 * Everything in a file that may be a site, in source order.
 *
 * @param dismiss is told of each write that is none, for those who ask why
 */
export function findCandidates(code: Code, dismiss: Dismissal = () => {}): Candidate[] {
  const writes: { node: Node; written: Written }[] = [];
  for (const window of windowsOf(code)) {
    code.tree.walk(window, (node) => {
      const written = writtenAt(code, node);
      // What an arrow function returns by itself is its body.
      if (written) writes.push({ node: node.type === "ArrowFunctionExpression" ? node.body : node, written });
      return undefined;
    });
  }
  const isVariable = ({ written }: { written: Written }) => written.kind === "variable";
  const candidatesOf = (those: typeof writes, keeping: readonly string[]) =>
    those.flatMap(({ node, written }) => {
      const found = candidateOf(code, node, written, keeping);
      if (typeof found !== "string") return found;
      dismiss(node, found, written.value);
      return [];
    });
  const variables = candidatesOf(writes.filter(isVariable), []);
  const keeping = variables.flatMap((each) => (isMereName(code, each) ? [] : (each.path ?? [])));
  const others = writes.filter((each) => !isVariable(each));
  const isMember = ({ written }: { written: Written }) => keepsValue(written.kind);
  const members = candidatesOf(others.filter(isMember), keeping);
  // A request that reads what has just become a union asks for one.
  const kept = [
    ...keeping,
    ...members.flatMap(({ path, use }) => (path !== undefined && use === "request" ? path : [])),
  ];
  const passing = candidatesOf(
    others.filter((each) => !isMember(each)),
    kept,
  );
  const all = withoutToldElsewhere(code, [...variables, ...members, ...passing]);
  // `scope: this._scope = scope`: the assignment is the site, and the argument takes what it gives. A mark that is only
  // compared is none: `this._scope = this._last = scope`.
  const isInner = (inner: Candidate, each: Candidate) => inner.use !== "compared" && covers(each.value, inner.node);
  const byPlace = [...all].sort((a, b) => startOf(a.node) - startOf(b.node));
  const places = byPlace.map(({ node }) => node);
  const outer = all.filter(
    (each) =>
      !byPlace
        .slice(indexFrom(places, startOf(each.value)), indexFrom(places, endOf(each.value)))
        .some((inner) => inner !== each && isInner(inner, each)),
  );
  return withoutMendedElsewhere(outer).sort((a, b) => (a.node.start ?? 0) - (b.node.start ?? 0));
}

/** Whether a variable of the handler's own function is but a step on the way to another sink. */
function isMereName(code: Code, { use, target, alternatives }: Candidate): boolean {
  const name = unwrap(target);
  const binding = name.type === "Identifier" ? code.bindings.resolve(name) : undefined;
  const isLocal = binding && code.tree.functionAround(binding.identifier) === code.tree.functionAround(name);
  return use === "unseen" && isLocal === true && alternatives.some(isReplacement);
}

/**
 * @param keeping the paths of what is a sink itself: what they hold is judged where it is written
 * @returns the candidate, or why the write is none
 */
function candidateOf(code: Code, node: Node, given: Written, keeping: readonly string[]): Candidate | string {
  if (given.call && given.kind !== "parameter" && tells(code, given.call)) return "the call only tells somebody";
  const harmless = whyNothingIsLost(code, given);
  if (harmless !== undefined) return harmless;
  const outer = factsAt(code, given.by === "choice" ? given.value : node);
  const written = tellsOfAnswer(outer.kinds) ? given : decidedWithin(code, given);
  if (!written) return "no test tells what is answered here";
  const facts = written === given ? outer : factsAt(code, written.value);
  if (isOwnChallenge(code, written, facts.tests)) return "the challenge is the server's own";
  const path = keepsValue(written.kind) ? sinkPath(code, written) : undefined;
  const fate = fateOf(code, node, written, path);
  if (fate === "lost") return "it is written again before it is read";
  if (fate === "granted") return "it is written again with what was granted";
  if (written.kind === "variable" && !outlivesHandler(code, written.target, facts))
    return "the variable is a name within the handler";
  if (written.property !== undefined && written.by !== "pattern" && !challengeRecord(code, written.value, facts.tests))
    return "the record is not that of the challenge";
  if (path !== undefined && facts.absent.includes(path))
    return "there is no previous scope here, so that the challenge is the union";
  if (written.call && receiverHandles(code, written.call, node)) return "the called function is the handler";
  if (setterJoins(code, written.target) || methodJoins(code, written) || storeJoins(code, written)) return JOINED_THERE;
  if (written.call && code.facts?.handlesArgument?.(rangeOf(written.call), rangeOf(written.value)))
    return "the called function, of another file, is the handler";
  const question: FlowQuestion = { code, sink: path, challenge: testedSources(code, facts.tests), keeping };
  // What the function tests itself holds for all that is passed to it.
  const isOfSomeCallers =
    facts.ofSomeCallers === true && isCalledAround(code, node) && !answers(factsOfCall(code, node));
  const alternatives = alternativesOf(question, written.value, written.property)
    .filter((each) => !isOfSomeCallers || answers(each.facts))
    .map((each) => ({ ...each, facts: both(facts, each.facts) }))
    .filter((each) => each.facts.kinds !== 0);
  if (!alternatives.some((each) => isReplacement(each) || isUnion(each)))
    return "no value that it may get holds the challenged scope";
  if (isResult(written) && !isScopeOfCaller(code, written.value)) return "no caller takes the result for a scope";
  if (alternatives.some(isReplacement) && isBesideUnion(code, question, written))
    return "the record that is returned holds the union as well";
  const isPassedOn = node.type === "AssignmentExpression" && reachesRequest(code, node);
  const isRequested = isPassedOn || (isScopeName(code, written.target) && isAskedFor(code, node, written.value));
  const use = keepsValue(written.kind) && !isRequested ? useOf(code, written, path) : "request";
  if (use !== "compared" && !isRequested && isOnlyShown(code, written)) return "it is only shown";
  const isAgain = alternatives.some(
    ({ challenged }) =>
      challenged &&
      (isOnlyOfSameResponse(originOf(code, challenged), question.challenge) ||
        isReadAgain(code, challenged, facts.tests) ||
        (isOfAnotherElement(code, challenged, facts.tests) &&
          (pathOf(code, written.value) === undefined || isOfAnotherElement(code, written.value, facts.tests)))),
  );
  const isRelated = !isAgain && isOfTestedError(code, question, written, facts.tests);
  return { node, ...written, ...(fate && { by: "choice" as const }), path, facts, alternatives, use, isRelated };
}

/** Whether the function around a node is called, here or by other files, and not only handed over: that shows what it is given. */
function isCalledAround(code: Code, node: Node): boolean {
  const around = code.tree.functionAround(node);
  const mentions = (around && usesOf(code, around)?.mentions) ?? [];
  const here = mentions.filter((mention) => !isExportMention(code, mention));
  return here.length === 0 || here.some((mention) => isCalled(code, mention));
}

const answers = ({ kinds }: Facts): boolean => isStepUp(kinds) || isShared(kinds);

const tells = (code: Code, call: Call | t.NewExpression): boolean =>
  roleOf(code, call) === "telling" &&
  !(call.type === "NewExpression" && leavesForElsewhere(code, call)) &&
  !isKeptAndAsked(code, call);

/** `error === "insufficient_scope" ? scope : this._scope`: the evidence is part of the value, and one branch the site's. */
function decidedWithin(code: Code, written: Written): Written | undefined {
  const value = unwrap(written.value);
  const held = value.type === "Identifier" ? constantValue(code, value) : undefined;
  const branch = written.property === undefined ? stepUpBranch(code, held ?? value) : undefined;
  // Where a name stands for the value, the union would have to be made where the name was given.
  return branch && { ...written, value: branch, ...(held && { by: "choice" }) };
}

/** The branch of a conditional expression, or of `(test && scope) || other`, that only a step-up leads to. */
function stepUpBranch(code: Code, expression: Node): Node | undefined {
  for (const branch of branchesOf(unwrap(expression))) {
    if (isStepUp(factsAt(code, branch).kinds)) return branch;
    const inner = stepUpBranch(code, branch);
    if (inner) return inner;
  }
  return undefined;
}

function branchesOf(node: Node): readonly Node[] {
  if (node.type === "ConditionalExpression") return [node.consequent, node.alternate];
  if (node.type !== "LogicalExpression") return [];
  return node.operator === "&&" ? [node.right] : [node.left, node.right];
}

/** Whether what is written is all that a function returns. */
const isResult = ({ kind, target }: Written): boolean => kind === "return" && target.type !== "ObjectProperty";

/** Whether a value comes from the very thing whose error code was tested, and not just from one whose status was. */
function isOfTestedError(
  code: Code,
  question: FlowQuestion,
  { value, property }: Written,
  tests: readonly Test[],
): boolean {
  const ofErrorCode = tests.filter((test) => test.ofErrorCode);
  if (ofErrorCode.length === 0 || ofErrorCode.length === tests.length) return true;
  const challenge = testedSources(code, ofErrorCode);
  return alternativesOf({ ...question, challenge }, value, property).some(
    (each) => isReplacement(each) || isUnion(each),
  );
}

/** Whether a function of this file takes the scope and is a step-up handler itself, or joins it with what it keeps. */
function receiverHandles(code: Code, call: Node, node: Node): boolean {
  return isHandedOn(code, call, node, (target, parameter) => handles(code, target, parameter));
}

export function handles(code: Code, target: FunctionNode, parameter: Node): boolean {
  const own = new Set(boundNames(parameter).flatMap((name) => code.bindings.resolve(name)?.id ?? []));
  const challenge: Challenge = { own, given: new Set() };
  let found = false;
  code.tree.walk(target.body, (node) => {
    const written = found ? undefined : writtenAt(code, node);
    if (!written || written.kind === "variable" || written.kind === "call" || isResult(written)) return !found;
    const sink = keepsValue(written.kind) ? sinkPath(code, written) : undefined;
    const alternatives = alternativesOf({ code, sink, challenge, keeping: [] }, written.value, written.property);
    const isJudged =
      alternatives.some(isReplacement) && isStepUp(factsAt(code, node).kinds) && mayBeSink(code, written, sink);
    found = isJudged || alternatives.some(isUnion);
    return !found;
  });
  return found;
}

/** Whether what is kept may be a scope to ask for: by its use, or by its name. A note of another name is none. */
const mayBeSink = (code: Code, written: Written, path: string | undefined): boolean =>
  !keepsValue(written.kind) || isScopeName(code, written.target) || useOf(code, written, path) === "request";

/** Whether the name of a sink, or of the getter that gives it, says that it holds a scope. */
export const isNamedScope = (code: Code, { target }: Candidate): boolean => isScopeName(code, target);

const isScopeName = (code: Code, target: Node): boolean =>
  namesScope(lastName(code, target)) || isReadUnder(code, target, namesScope);
