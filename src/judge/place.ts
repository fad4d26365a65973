import type * as t from "@babel/types";
import { truthOf } from "../find/conditions.ts";
import { factsAt } from "../find/dominance.ts";
import type { Candidate } from "../find/find.ts";
import { isStepUp } from "../find/kinds.ts";
import { isCall } from "../find/syntax.ts";
import { usesOf } from "../find/uses.ts";
import { type Binding, boundNames } from "../parse/bindings.ts";
import { type Code, textOf } from "../parse/code.ts";
import { covers, endOf, isFunction, type Node, startOf } from "../parse/tree.ts";

import { clearedElsewhere } from "./cleared.ts";
import { isTestedByDispatch } from "./dispatched.ts";
import { earlyProof, isRefusal } from "./early-proof.ts";
import { type Surroundings, stateChangedAfter } from "./state.ts";
import type { StateKey } from "./state-keys.ts";
import { firstTestOf } from "./tested-state.ts";
import { alwaysWaits } from "./waits.ts";

/** A place for a statement. */
export interface Place {
  /** The statement before which it goes. */
  readonly before: Node;
  /** The block, program or case that holds that statement. */
  readonly list: t.BlockStatement | t.Program | t.SwitchCase;
  /** The test, as text, without which the statement has nothing to do. */
  readonly condition?: string;
}

/** The statements of a node that holds a list of them. */
function statementsOf(node: Node | undefined): readonly Node[] | undefined {
  if (node?.type === "BlockStatement" || node?.type === "Program") return node.body;
  return node?.type === "SwitchCase" ? node.consequent : undefined;
}

/**
 * The head of the step-up block: the outermost statement in the function from which on the evidence holds.
 *
 * @param holds whether the evidence holds at a statement
 */
export function blockOf(code: Code, site: Node, holds: (statement: Node) => boolean): Place | undefined {
  let found: Place | undefined;
  let child = site;
  for (const parent of code.tree.ancestors(site)) {
    if (isFunction(parent)) break;
    const statements = statementsOf(parent);
    if (statements) {
      const isInner = parent.type === "SwitchCase" && (child.type === "BlockStatement" || sharesNames(code, parent));
      if (!isInner && holds(child)) {
        let index = statements.indexOf(child);
        while (index > 0 && holds(statements[index - 1] as Node)) index--;
        found = { before: statements[index] as Node, list: parent as Place["list"] };
      }
    }
    child = parent;
  }
  return found;
}

/** Whether a case declares names that other cases mention, so that it can't become a block. */
function sharesNames(code: Code, switchCase: t.SwitchCase): boolean {
  return switchCase.consequent.some((statement) => {
    if (statement.type !== "VariableDeclaration" || statement.kind === "var") return false;
    return statement.declarations
      .flatMap(({ id }) => boundNames(id))
      .flatMap((name) => code.bindings.references(code.bindings.resolve(name) as Binding) ?? [])
      .some((reference) => !covers(switchCase, reference));
  });
}

/**
 * Moves a read of the tokens before the first test of state that the handler changes after it: an `await` between the
 * two would let concurrent responses pass the test.
 *
 * @param block where the read would stand by itself; undefined when it would stand in the site's expression
 * @param isUsable whether the tokens can be read at a place
 */
export function readableBefore(
  code: Code,
  candidate: Candidate,
  around: Surroundings,
  block: Place | undefined,
  isUsable: (place: Place) => boolean,
): Place | "unsafe" | undefined {
  const place = placeFor(code, candidate, around, block, Number.POSITIVE_INFINITY);
  if (place !== "unsafe") return beforePresence(code, candidate, around, place, isUsable) ?? place;
  // What changes after the handler waited anyway is in no synchronous run with a test before that.
  const until = firstWait(code, candidate.node, around);
  return until === undefined ? "unsafe" : placeFor(code, candidate, around, block, until);
}

/** A place before the test of a field that other methods of the class take away, if there is one. */
function beforePresence(
  code: Code,
  candidate: Candidate,
  around: Surroundings,
  place: Place | undefined,
  isUsable: (place: Place) => boolean,
): Place | undefined {
  const at = place ? startOf(place.before) : startOf(candidate.value);
  const cleared = clearedElsewhere(code, around, at);
  const test = cleared.size > 0 ? firstTestOf(code, candidate, around, cleared, at) : undefined;
  const earlier = test && placeBefore(code, candidate.node, around, test.read);
  const safe = earlier && placeFor(code, candidate, around, earlier, Number.POSITIVE_INFINITY);
  return safe && safe !== "unsafe" && isUsable(safe) ? safe : undefined;
}

/** @param until the offset from which on changes of state don't count */
function placeFor(
  code: Code,
  candidate: Candidate,
  around: Surroundings,
  block: Place | undefined,
  until: number,
): Place | "unsafe" | undefined {
  let place = block;
  for (let round = 0; round < 4; round++) {
    const at = place ? startOf(place.before) : startOf(candidate.value);
    const changed = stateChangedAfter(code, candidate, around, at, until);
    if (changed.size === 0) return place;
    const test = firstTestOf(code, candidate, around, changed, at);
    if (!test) return isTestedBefore(code, candidate, around, changed) ? "unsafe" : place;
    const earlier = placeBefore(code, candidate.node, around, test.read);
    if (!earlier) return "unsafe";
    place = earlier;
  }
  return "unsafe";
}

/** The end of the first statement, or part of a sequence, behind a site that waits in any case. */
function firstWait(code: Code, site: Node, around: Surroundings): number | undefined {
  let child = site;
  for (const parent of code.tree.ancestors(site)) {
    const parts = parent.type === "SequenceExpression" ? parent.expressions : statementsOf(parent);
    const waits = parts?.find((each) => startOf(each) > startOf(child) && alwaysWaits(code, each));
    if (waits) return endOf(waits);
    if (parent === around) return undefined;
    child = parent;
  }
  return undefined;
}

/**
 * Whether the state is tested on the way into the function: by a caller, or around the place where a function
 * expression stands. A call is synchronous up to its first await.
 */
function isTestedBefore(
  code: Code,
  candidate: Candidate,
  around: Surroundings,
  keys: ReadonlySet<StateKey>,
  depth = 0,
): boolean {
  if (around.type === "Program" || depth > 3) return false;
  if (isTestedByDispatch(code, candidate, around, keys)) return true;
  return (usesOf(code, around)?.mentions ?? [around]).some((mention) => {
    const caller = code.tree.functionAround(mention);
    // A handler that calls itself again does so after it waited.
    if (!caller || (mention !== around && covers(around, mention))) return false;
    if (firstTestOf(code, candidate, caller, keys, startOf(mention))) return true;
    return isTestedBefore(code, candidate, caller, keys, depth + 1);
  });
}

/** A place before the statement that holds a test, if reading tokens there costs nothing on other ways. */
function placeBefore(code: Code, site: Node, around: Surroundings, test: Node): Place | undefined {
  let child = test;
  for (const parent of code.tree.ancestors(test)) {
    const statements = statementsOf(parent);
    // The test of a case is none of its statements.
    const isOnTheWay = covers(parent, site) && statements?.includes(child);
    if (isOnTheWay) {
      const list = parent as Place["list"];
      const { kinds } = factsAt(code, child);
      // A 200 leads past what is left by an early exit on 401 alone: it is not to wait for the tokens.
      if (isRefusal(kinds)) return { before: child, list };
      const condition =
        (child.type === "IfStatement" ? evidenceBefore(code, child.test, test) : undefined) ??
        earlyProof(code, site, child);
      return condition === undefined ? undefined : { before: child, list, condition };
    }
    if (parent === around) return undefined;
    child = parent;
  }
  return undefined;
}

/** The text of the operands that stand before a test in an `&&` chain, if they prove the step-up and change nothing. */
function evidenceBefore(code: Code, condition: Node, test: Node): string | undefined {
  let node = condition;
  while (node.type === "LogicalExpression" && node.operator === "&&") {
    if (endOf(node.left) <= startOf(test)) {
      const isProof = isStepUp(truthOf(code, node.left).yes.proved) && isPure(code, node.left);
      if (!isProof) return undefined;
      const text = textOf(code, node.left);
      return /^(?:Conditional|Sequence)Expression$/.test(node.left.type) ? `(${text})` : text;
    }
    node = node.left;
  }
  return undefined;
}

function isPure(code: Code, expression: Node): boolean {
  let pure = true;
  code.tree.walk(expression, (node) => {
    if (isCall(node) || /^(?:Assignment|Update|Await|Yield|New)Expression$/.test(node.type)) pure = false;
    return pure;
  });
  return pure;
}
