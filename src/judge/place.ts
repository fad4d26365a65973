import type * as t from "@babel/types";
import { truthOf } from "../find/conditions.ts";
import { factsAt } from "../find/dominance.ts";
import type { Candidate } from "../find/find.ts";
import { usesOf } from "../find/functions.ts";
import { ANY, isStepUp, mayStepUp, meets } from "../find/kinds.ts";
import { constantValue, isCall, isMember, memberName, pathOf, unwrap } from "../find/syntax.ts";
import { type Binding, boundNames, isPropertyName } from "../parse/bindings.ts";
import { type Code, textOf } from "../parse/code.ts";
import { covers, endOf, type FunctionNode, isFunction, type Node, startOf } from "../parse/tree.ts";

/** A place for a statement. */
export interface Place {
  /** The statement before which it goes. */
  readonly before: Node;
  /** The block, program or case that holds that statement. */
  readonly list: t.BlockStatement | t.Program | t.SwitchCase;
  /** The test, as text, without which the statement has nothing to do. */
  readonly condition?: string;
}

/** What a site stands in: a function, or a module at its top. */
export type Surroundings = FunctionNode | t.Program;

/** What runs when a function, or a module, does. */
export const bodyOf = (around: Surroundings): Node => (around.type === "Program" ? around : around.body);

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
 */
export function readableBefore(
  code: Code,
  candidate: Candidate,
  around: Surroundings,
  block: Place | undefined,
): Place | "unsafe" | undefined {
  let place = block;
  for (let round = 0; round < 4; round++) {
    const at = place ? startOf(place.before) : startOf(candidate.value);
    const region = place?.list ?? bodyOf(around);
    const changed = stateChangedAfter(code, around, region, at);
    if (changed.size === 0) return place;
    const test = firstTestOf(code, candidate, around, changed, at);
    if (!test) return isTestedByCaller(code, candidate, around, changed) ? "unsafe" : place;
    const earlier = placeBefore(code, candidate.node, around, test);
    if (!earlier) return "unsafe";
    place = earlier;
  }
  return "unsafe";
}

/** Whether a caller of the function tests the state before the call: the call itself is synchronous up to an await. */
function isTestedByCaller(code: Code, candidate: Candidate, around: Surroundings, paths: Set<string>): boolean {
  if (around.type === "Program") return false;
  return (usesOf(code, around)?.mentions ?? []).some((mention) => {
    const caller = code.tree.functionAround(mention);
    return caller && caller !== around && firstTestOf(code, candidate, caller, paths, startOf(mention)) !== undefined;
  });
}

/** The paths of fields and outer variables that a part of a function writes to after an offset. */
function stateChangedAfter(code: Code, around: Surroundings, region: Node, at: number): Set<string> {
  const changed = new Set<string>();
  const add = (target: Node) => {
    const path = statePath(code, around, target);
    if (path !== undefined) changed.add(path);
  };
  code.tree.walkOwn(region, (node) => {
    if (startOf(node) < at) return undefined;
    if (node.type === "AssignmentExpression") add(node.left);
    if (node.type === "UpdateExpression") add(node.argument);
    if (node.type === "UnaryExpression" && node.operator === "delete") add(node.argument);
    if (
      isCall(node) &&
      isMember(node.callee) &&
      /^(?:add|set|push|delete|clear|unshift)$/.test(memberName(code, node.callee) ?? "")
    ) {
      add(node.callee.object);
    }
    return undefined;
  });
  return changed;
}

/** The path of an expression that other runs of the function see too. */
function statePath(code: Code, around: Surroundings, expression: Node): string | undefined {
  let root = unwrap(expression);
  if (isMember(root)) {
    while (isMember(root)) root = unwrap(root.object);
  } else if (root.type !== "Identifier") return undefined;
  if (root.type === "Identifier") {
    const binding = code.bindings.resolve(root);
    if (binding && covers(around, binding.scope) && binding.scope !== around) return undefined;
    if (binding && binding.scope === around && root === unwrap(expression)) return undefined;
  }
  return pathOf(code, expression);
}

/** The first read of one of some paths, before an offset, in a test on the way to a site. */
function firstTestOf(
  code: Code,
  candidate: Candidate,
  around: Surroundings,
  paths: Set<string>,
  before: number,
): Node | undefined {
  let first: Node | undefined;
  const look = (test: Node | null | undefined) => {
    const read = test ? readOfAny(code, test, paths) : undefined;
    if (!read || startOf(read) >= before || (first && startOf(first) <= startOf(read))) return;
    if (meets(factsAt(code, read).kinds, candidate.facts.kinds)) first = read;
  };
  code.tree.walkOwn(bodyOf(around), (node) => {
    if (startOf(node) >= endOf(candidate.node) && around.type !== "Program" && covers(around, candidate.node))
      return false;
    switch (node.type) {
      case "IfStatement":
      case "ConditionalExpression":
      case "WhileStatement":
      case "ForStatement":
        look(node.test);
        break;
      case "SwitchStatement":
        look(node.discriminant);
        break;
      case "LogicalExpression":
        look(node.left);
        break;
    }
    return undefined;
  });
  return first;
}

function readOfAny(code: Code, test: Node, paths: Set<string>, depth = 0): Node | undefined {
  let read: Node | undefined;
  code.tree.walk(test, (node) => {
    if (isFunction(node) || read) return false;
    if (isPropertyName(node, code.tree.parent(node))) return false;
    const path = node.type === "Identifier" || isMember(node) ? pathOf(code, node) : undefined;
    if (path !== undefined && paths.has(path)) read = node;
    else if (node.type === "Identifier" && depth < 3) {
      // A copy of the state, made earlier, is as old as its making.
      const copied = constantValue(code, node);
      if (copied && !isFunction(copied)) read = readOfAny(code, copied, paths, depth + 1);
    }
    return undefined;
  });
  return read;
}

/** A place before the statement that holds a test, if reading tokens there costs nothing on other ways. */
function placeBefore(code: Code, site: Node, around: Surroundings, test: Node): Place | undefined {
  let child = test;
  for (const parent of code.tree.ancestors(test)) {
    const statements = statementsOf(parent);
    const isOnTheWay = covers(parent, site) && statements !== undefined;
    if (isOnTheWay) {
      const list = parent as Place["list"];
      const { kinds } = factsAt(code, child);
      if (kinds !== ANY && mayStepUp(kinds)) return { before: child, list };
      const condition = child.type === "IfStatement" ? evidenceBefore(code, child.test, test) : undefined;
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
      return isProof ? textOf(code, node.left) : undefined;
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
