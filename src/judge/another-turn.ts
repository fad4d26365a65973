import { isBranch } from "../find/assignments.ts";
import { factsAt } from "../find/dominance.ts";
import type { Test } from "../find/facts.ts";
import { isStepUp } from "../find/kinds.ts";
import { assignmentAround } from "../find/patterns.ts";
import { unwrap } from "../find/syntax.ts";
import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { covers, isFunction, isLoop, type Node, startOf } from "../parse/tree.ts";
import { type PartOfTurn, partOfTurn } from "./part-of-turn.ts";

/**
 * Where a name gets the challenged scope, or the tested error code, in one turn of a loop and the other in another:
 * `if (c.error) error = c.error; scope = c.scope;`. They belong together where each turn writes both or neither.
 */
export function ofAnotherTurn(code: Code, value: Node, tests: readonly Test[]): Node | undefined {
  const scope = bindingOf(code, value);
  if (!scope) return undefined;
  for (const { subject, ofErrorCode } of tests) {
    const flagged = subject && ofErrorCode ? flaggedApart(code, scope, subject) : undefined;
    if (flagged) return flagged;
    const error = subject && ofErrorCode ? bindingOf(code, subject) : undefined;
    if (!error || error === scope) continue;
    const lone = aloneIn(code, scope, error) ?? aloneIn(code, error, scope);
    if (lone) return lone;
  }
  return leftFromTurn(code, scope, value);
}

/**
 * A write that gives a name a part of the record of a turn of which, or of whose list, another part is the error code that was tested, where
 * that was not tested of this turn: `if (c.error === CODE) isDenied = true; if (c.scope) scope = c.scope;`.
 */
function flaggedApart(code: Code, scope: Binding, subject: Node): Node | undefined {
  const tested = partOfTurn(code, subject);
  if (!tested) return undefined;
  return (code.bindings.writes(scope) ?? []).find((write) => {
    const given = assignmentAround(code, write)?.right;
    const part = given && partOfTurn(code, given);
    if (!part || !isOfList(part, tested) || part.name === tested.name || covers(part.turn, scope.declaration))
      return false;
    return !isStepUp(factsAt(code, write).proved);
  });
}

/**
 * A write to a name that an earlier turn may have made for another answer, and that this turn may leave as it is:
 * `if (challenge.scope) scope = challenge.scope`, where the name outlives the loop.
 */
function leftFromTurn(code: Code, scope: Binding, mention: Node): Node | undefined {
  const turn = turnAround(code, mention, scope);
  if (!turn || !isLoop(turn)) return undefined;
  const writes = (code.bindings.writes(scope) ?? []).filter(
    (write) => covers(turn, write) && startOf(write) < startOf(mention),
  );
  const isLeft = (write: Node) => branchAround(code, write, turn, mention) !== undefined;
  if (writes.some((write) => !isLeft(write) && isPlain(code, write))) return undefined;
  return writes.find((write) => isLeft(write) && !isStepUp(factsAt(code, write).proved));
}

/** The branch that a write stands in, and a mention of the same turn does not. */
function branchAround(code: Code, write: Node, turn: Node, mention: Node): Node | undefined {
  let child = write;
  for (const ancestor of code.tree.ancestors(write)) {
    if (ancestor === turn || covers(child, mention)) return undefined;
    if (isOptional(ancestor) && isBranch(ancestor, child)) return child;
    child = ancestor;
  }
  return undefined;
}

/** A test of which what it guards is passed over, not a guard behind which it has run: `a || (scope = …)`, a `case`. */
const isOptional = (node: Node): boolean =>
  node.type === "IfStatement" ||
  node.type === "ConditionalExpression" ||
  (node.type === "LogicalExpression" && node.operator === "&&");

/** Whether two parts are of one record, or of any two of one list. */
const isOfList = (one: PartOfTurn, other: PartOfTurn): boolean =>
  one.record === other.record || (one.turn !== other.turn && one.list !== undefined && one.list === other.list);

function bindingOf(code: Code, value: Node): Binding | undefined {
  const node = unwrap(value);
  return node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
}

/** A write to one name in a turn that may leave the other as it is. */
function aloneIn(code: Code, one: Binding, other: Binding): Node | undefined {
  const others = (code.bindings.writes(other) ?? []).map((write) => placeOf(code, write));
  return (code.bindings.writes(one) ?? []).find((write) => {
    const turn = turnAround(code, write, one);
    if (!turn || covers(turn, other.declaration)) return false;
    const place = placeOf(code, write);
    return !place || !isPlain(code, write) || !others.some((each) => each?.block === place.block);
  });
}

/** The list of statements that a write stands in, by what holds it. */
function placeOf(code: Code, write: Node): { readonly block: Node } | undefined {
  let child = write;
  for (const ancestor of code.tree.ancestors(write)) {
    if (/^(?:BlockStatement|Program|SwitchCase)$/.test(ancestor.type)) return { block: ancestor };
    // A branch without braces, or a choice, writes alone.
    if (isLoop(ancestor) || isBranch(ancestor, child)) return { block: child };
    child = ancestor;
  }
  return undefined;
}

/** Whether a write gives a name what its right side is, whatever it held. */
function isPlain(code: Code, write: Node): boolean {
  const assignment = assignmentAround(code, write);
  if (assignment?.operator !== "=") return assignment === undefined;
  return !/^(?:Logical|Conditional)Expression$/.test(unwrap(assignment.right).type);
}

/** What makes a write again and again: a loop, or a function, that the name outlives. */
function turnAround(code: Code, write: Node, { declaration }: Binding): Node | undefined {
  for (const ancestor of code.tree.ancestors(write)) {
    if (covers(ancestor, declaration)) return undefined;
    if (isLoop(ancestor) || isFunction(ancestor)) return ancestor;
  }
  return undefined;
}
