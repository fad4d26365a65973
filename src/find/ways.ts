import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import { covers, indexFrom, isFunction, isLoop, type Node, startOf } from "../parse/tree.ts";
import { holdsBreak } from "./breaks.ts";
import { elementsOfRound, takesResult } from "./collections.ts";
import { truthOf } from "./conditions.ts";
import { afterStatement } from "./dominance.ts";
import { dropsOnlyGone, passesAllThere } from "./element-tests.ts";
import { both, type Facts, isNever, NOTHING } from "./facts.ts";
import { isCall } from "./syntax.ts";

/** Under what condition control that comes to a place has come by an earlier one. */
export interface Way {
  /** What holds if it has. */
  readonly taken: Facts;
  /** What holds if it has not. */
  readonly passed: Facts;
  readonly isCertain: boolean;
  /** Whether it is not for each element of a list alone: of those that a loop runs over, some are left out. */
  readonly isOfSome?: boolean;
}

const CERTAIN: Way = { taken: NOTHING, passed: NOTHING, isCertain: true };

/**
 * The way from an earlier node to a later one; undefined where none leads there: the one stands in another branch, or
 * in one that is left before its end.
 *
 * @param put the path of a list's element that the earlier node deals with: to pass over one that is empty, or that
 *   was dealt with already, is no condition
 */
export function wayBetween(code: Code, from: Node, to: Node, put?: string): Way | undefined {
  const elements = elementsAround(code, from, to, put);
  let way = CERTAIN;
  let child = from;
  for (const parent of code.tree.ancestors(from)) {
    const isCommon = covers(parent, to);
    if (isCommon && areApart(code, parent, child, to)) return undefined;
    if (isCommon && !(isFunction(parent) || isLoop(parent)) && !isBranch(parent, child, to)) return way;
    if (isCommon) return isBranch(parent, child, to) ? along(way, branchAt(code, parent, child, elements)) : way;
    // A minifier's `throw this.scope = void 0, new Error(text)`.
    if (parent.type === "ThrowStatement" || parent.type === "ReturnStatement") return undefined;
    if (leavesBehind(code, parent, child)) return undefined;
    way = along(along(way, branchAt(code, parent, child, elements)), exitsBefore(code, parent, child, elements));
    if (!way.isCertain && isRound(code, child)) way = { ...way, isOfSome: true };
    child = parent;
  }
  return way;
}

function along(way: Way, outer: Way): Way {
  if (outer.isCertain) return way;
  if (way.isCertain) return outer;
  const isOfSome = (way.isOfSome || outer.isOfSome) && { isOfSome: true };
  return { taken: both(outer.taken, way.taken), passed: NOTHING, isCertain: false, ...isOfSome };
}

const UNSURE: Way = { taken: NOTHING, passed: NOTHING, isCertain: false };

/** Whether a child of a node that holds both runs only under a condition, and the other does not share it. */
const isBranch = (parent: Node, child: Node, to: Node): boolean =>
  !covers(child, to) && /^(?:If|Switch)Statement$|^(?:Conditional|Logical)Expression$/.test(parent.type);

/** Whether two branches of one choice hold the one and the other. */
function areApart(code: Code, parent: Node, child: Node, to: Node): boolean {
  if (covers(child, to)) return false;
  if (parent.type === "IfStatement" || parent.type === "ConditionalExpression")
    return child !== parent.test && !covers(parent.test, to);
  if (parent.type === "SwitchStatement" && child.type === "SwitchCase")
    return child.consequent.some((each) => isNever(afterStatement(code, each)));
  return false;
}

/** The condition under which a child of a node runs. */
function branchAt(code: Code, parent: Node, child: Node, elements: readonly string[]): Way {
  switch (parent.type) {
    case "IfStatement":
    case "ConditionalExpression": {
      if (child === parent.test) return CERTAIN;
      const isThen = child === parent.consequent;
      if (isForEachThere(code, parent.test, elements, isThen)) return CERTAIN;
      const { yes, no } = truthOf(code, parent.test);
      return { taken: isThen ? yes : no, passed: isThen ? no : yes, isCertain: false };
    }
    case "LogicalExpression": {
      if (child === parent.left) return CERTAIN;
      if (parent.operator === "??") return UNSURE;
      const isAnd = parent.operator === "&&";
      if (isForEachThere(code, parent.left, elements, isAnd)) return CERTAIN;
      const { yes, no } = truthOf(code, parent.left);
      return { taken: isAnd ? yes : no, passed: isAnd ? no : yes, isCertain: false };
    }
    case "SwitchCase":
    case "CatchClause":
      return UNSURE;
    // A list without elements adds none.
    case "WhileStatement":
    case "DoWhileStatement":
    case "ForStatement":
    case "ForOfStatement":
    case "ForInStatement":
      return child === parent.body && holdsBreak(code, parent.body) ? UNSURE : CERTAIN;
    default:
      return CERTAIN;
  }
}

/** Whether a condition leaves out none of the elements that are there, and not there twice. */
function isForEachThere(code: Code, test: Node, elements: readonly string[], whenTrue: boolean): boolean {
  if (elements.length === 0) return false;
  const { yes, no } = truthOf(code, test);
  const { absent } = whenTrue ? no : yes;
  return elements.some(
    (each) => absent.includes(each) || (whenTrue ? passesAllThere(code, test, each) : dropsOnlyGone(code, test, each)),
  );
}

/** The paths of the elements that loops and callbacks around a node are run with, and that of what the node deals with. */
function elementsAround(code: Code, from: Node, to: Node, put: string | undefined): string[] {
  const found = put === undefined ? [] : [put];
  for (const parent of code.tree.ancestors(from)) {
    if (covers(parent, to)) break;
    if (isLoop(parent) || isFunction(parent)) found.push(...elementsOfRound(code, parent).map(({ id }) => id));
  }
  return found;
}

/** Whether control that comes by a child of a list of statements does not come out of the list. */
function leavesBehind(code: Code, parent: Node, child: Node): boolean {
  const last = exitsOf(code, parent).always.at(-1);
  return last !== undefined && startOf(last) >= startOf(child);
}

/** Within a round of a loop: what may have ended the round before one of its statements. */
function exitsBefore(code: Code, parent: Node, child: Node, elements: readonly string[]): Way {
  if (!isRound(code, parent)) return CERTAIN;
  const { sometimes } = exitsOf(code, parent);
  const before = sometimes.slice(0, indexFrom(sometimes, startOf(child)));
  return before.every((each) => isForEachThere(code, each.test, elements, false)) ? CERTAIN : UNSURE;
}

/** The statements of a list by which control leaves it, whatever is found or under a condition. */
interface Exits {
  readonly always: readonly Node[];
  readonly sometimes: readonly t.IfStatement[];
}

function exitsOf(code: Code, parent: Node): Exits {
  const known = exits(code).get(parent);
  if (known) return known;
  const statements = statementsOf(parent) ?? [];
  const found = {
    always: statements.filter((each) => isNever(afterStatement(code, each)) && !holdsBreak(code, each)),
    sometimes: statements.filter(
      (each): each is t.IfStatement => each.type === "IfStatement" && isNever(afterStatement(code, each.consequent)),
    ),
  };
  exits(code).set(parent, found);
  return found;
}

const exits = (code: Code) => code.answers.about<Node, Exits>(exits);

/** Whether a node is what runs for each element of a list. */
function isRound(code: Code, node: Node): boolean {
  const parent = code.tree.parent(node);
  if (!parent || isLoop(parent)) return parent !== undefined;
  const call = isFunction(parent) ? code.tree.parent(parent) : undefined;
  return isCall(call) && takesResult(code, call.callee);
}

function statementsOf(node: Node): readonly Node[] | undefined {
  if (node.type === "BlockStatement" || node.type === "Program") return node.body;
  return node.type === "SwitchCase" ? node.consequent : undefined;
}
