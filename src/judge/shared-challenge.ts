import type { Test } from "../find/facts.ts";
import type { Candidate } from "../find/find.ts";
import { isNeverWritten, pathOf } from "../find/syntax.ts";
import { isThis, isThisMember } from "../find/this.ts";
import type { Code } from "../parse/code.ts";
import { covers, endOf, type FunctionNode, type Node, startOf } from "../parse/tree.ts";
import { givenBy } from "./changes.ts";
import { isOnTheWay } from "./on-the-way.ts";
import { rootOf } from "./owners/frames.ts";
import { bodyOf, type Surroundings } from "./state.ts";
import { waitsBefore, waitsBetween } from "./waits.ts";

/**
 * Whether what is challenged is read from a field or an outer variable only after the tokens, when another request may
 * have put its own there. What a handler reads there after it waited anyway is no older for it.
 *
 * @param from where the tokens would be read
 */
export function isSharedChallenge(code: Code, candidate: Candidate, around: Surroundings, from: Node): boolean {
  if (around.type === "Program") return false;
  const last = lastTest(around, candidate.facts.tests);
  const values = [candidate.value, ...candidate.alternatives.flatMap(({ challenged }) => challenged ?? [])];
  return values.some((value) => {
    const read = covers(around, value) ? readOutside(code, value, around, 0) : undefined;
    if (!read || startOf(read) < startOf(from) || isPutBetween(code, around, from, read)) return false;
    return !(last ? waitsBetween(code, around, last, read) : waitsBefore(code, read, around));
  });
}

/** The last test of a challenge in a function. */
function lastTest(around: Surroundings, tests: readonly Test[]): Node | undefined {
  const own = tests.map(({ node }) => node).filter((node) => covers(around, node) && node !== around);
  return own.sort((a, b) => startOf(a) - startOf(b)).at(-1);
}

/** Whether a handler has put there itself, behind the tokens, what it reads: in the field, or in the record with it. */
function isPutBetween(code: Code, around: FunctionNode, from: Node, read: Node): boolean {
  const path = pathOf(code, read) ?? "";
  return code.tree.own(bodyOf(around), "AssignmentExpression").some((put) => {
    const isBetween = startOf(put) >= startOf(from) && startOf(put) < startOf(read);
    const target = isBetween ? pathOf(code, put.left) : undefined;
    return target !== undefined && `${path}.`.startsWith(`${target}.`) && !waitsBetween(code, around, put, read);
  });
}

const MOST_NAMES = 4;

/** Where a value is read that others may replace, for the local name that it has or for itself. */
function readOutside(code: Code, value: Node, around: FunctionNode, depth: number): Node | undefined {
  const root = rootOf(code, value);
  if (!root) return isThisMember(pathOf(code, value)) ? value : undefined;
  if (root.kind === "parameter") return undefined;
  if (!covers(around, root.scope)) return isNeverWritten(code, root) ? undefined : value;
  const { declaration } = root;
  const made = declaration.type === "VariableDeclarator" && declaration.init;
  // By another name of `this` a field is read where it is mentioned; a pattern reads it at once.
  if (made && isThis(pathOf(code, made))) return declaration.id === root.identifier ? value : made;
  return made && depth < MOST_NAMES ? readOutside(code, made, around, depth + 1) : undefined;
}

/**
 * Where a handler waits between the read of the error code that is tested and that of the scope, if one of them is read from
 * a field or an outer variable: another request may have put its own there.
 */
export function sharedAcrossWait(code: Code, challenged: Node, tests: readonly Test[]): Node | undefined {
  const around = code.tree.functionAround(challenged);
  if (!around) return undefined;
  const kept = readIn(code, challenged, around);
  const tested = tests.flatMap(({ subject, ofErrorCode }) =>
    subject && ofErrorCode && covers(around.body, subject) ? [readIn(code, subject, around)] : [],
  );
  for (const { at, isShared } of tested.length > 0 ? tested : [{ at: around.body, isShared: false }]) {
    const [from, to] = startOf(at) < startOf(kept.at) ? [at, kept.at] : [kept.at, at];
    if (!(isShared || kept.isShared) || isPutBetween(code, around, from, to)) continue;
    const wait = waitBetween(code, around, from, to);
    if (wait) return wait;
  }
  return kept.isShared ? waitBehindPut(code, around, kept.at) : undefined;
}

/** Where a handler waits between what it puts into the field, itself or by what it runs, and the read of that. */
function waitBehindPut(code: Code, around: FunctionNode, read: Node): Node | undefined {
  const path = pathOf(code, read) ?? "";
  const puts = code.tree
    .own(around.body, "AssignmentExpression", "CallExpression")
    .filter(
      (node) => endOf(node) <= startOf(read) && [...givenBy(code, node, 0).keys()].some((each) => isWithin(path, each)),
    );
  const last = puts.sort((one, other) => endOf(one) - endOf(other)).at(-1);
  return last && waitBetween(code, around, last, read);
}

/** Whether what is given to a path is a place, or what that is a part of. */
const isWithin = (path: string, given: string): boolean => `${path}.`.startsWith(`${given.replace(/\.\*$/, "")}.`);

/** Where a function reads what a value is, and whether others may replace it there. */
function readIn(code: Code, value: Node, around: FunctionNode): { readonly at: Node; readonly isShared: boolean } {
  const shared = readOutside(code, value, around, 0);
  return { at: shared ?? declarationOf(code, value), isShared: shared !== undefined };
}

/** Where a local name of a value gets it; else the value. */
function declarationOf(code: Code, value: Node): Node {
  const root = rootOf(code, value);
  return root?.declaration.type === "VariableDeclarator" ? root.declaration : value;
}

/** Where a function may wait between two of its places. */
const waitBetween = (code: Code, around: FunctionNode, from: Node, to: Node): Node | undefined =>
  code.tree
    .own(around.body, "AwaitExpression", "YieldExpression", "ForOfStatement")
    .find(
      (wait) =>
        (wait.type !== "ForOfStatement" || wait.await) &&
        startOf(wait) >= startOf(from) &&
        endOf(wait) <= startOf(to) &&
        isOnTheWay(code, wait, to),
    );
