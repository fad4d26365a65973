import type * as t from "@babel/types";
import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { covers, endOf, isLoop, type Node, startOf } from "../parse/tree.ts";
import { truthOf } from "./conditions.ts";
import { both, type Facts, NOTHING } from "./facts.ts";
import { writtenFunctionAround } from "./state-machines.ts";
import { isNeverWritten } from "./syntax.ts";

/** A value that a variable may have at one of its mentions. */
export interface Reaching {
  readonly value: Node;
  /** What holds if this value is the one. */
  readonly facts: Facts;
  /** Earlier values that are part of it: those before a `+=`. */
  readonly joinsWith: readonly Node[];
}

export interface ReachingValues {
  readonly assigned: readonly Reaching[];
  /** How the value of the declaration, or of the parameter, gets there; absent where it can't. */
  readonly initial?: Omit<Reaching, "value">;
}

/**
 * The assignments whose value a variable may have at a mention: those before it, up to one that is always made, and
 * those that an enclosing loop brings round again.
 */
export function valuesReaching(code: Code, binding: Binding, mention: Node): ReachingValues {
  const found: Reaching[] = [];
  let facts = NOTHING;
  const joinsWith: Node[] = [];
  for (const assignment of assignmentsBefore(code, binding, mention)) {
    const choice = choiceAround(code, assignment, mention);
    const { operator, right } = assignment;
    if (operator === "=") found.push({ value: right, facts: both(facts, choice?.taken ?? NOTHING), joinsWith });
    else if (operator === "+=") joinsWith.push(right);
    else found.push({ value: right, facts, joinsWith });
    if (operator === "=" && choice === undefined) return { assigned: found };
    if (operator === "=" && choice) facts = both(facts, choice.passed);
  }
  return { assigned: found, initial: { facts, joinsWith } };
}

/** The assignments to a variable that can come before a mention, the latest first. */
function assignmentsBefore(code: Code, binding: Binding, mention: Node): t.AssignmentExpression[] {
  const found: t.AssignmentExpression[] = [];
  const loop = [...code.tree.ancestors(mention)].find((node) => isLoop(node) && !covers(node, binding.declaration));
  const around = code.tree.functionAround(mention);
  for (const write of code.bindings.writes(binding) ?? []) {
    const assignment = code.tree.parent(write);
    if (assignment?.type !== "AssignmentExpression" || assignment.left !== write) continue;
    if (covers(assignment, mention)) continue;
    const isBefore = endOf(assignment) <= startOf(mention);
    const isElsewhere = code.tree.functionAround(write) !== around;
    if (isBefore || isElsewhere || (loop && covers(loop, assignment))) found.push(assignment);
  }
  return found.sort((a, b) => startOf(b) - startOf(a));
}

/**
 * The condition under which an assignment is made on the way to a mention: what holds when it was, and when it was not.
 * Undefined where it always is.
 */
function choiceAround(code: Code, assignment: Node, mention: Node): { taken: Facts; passed: Facts } | undefined {
  if (startOf(assignment) > startOf(mention)) return { taken: NOTHING, passed: NOTHING };
  let choice: { taken: Facts; passed: Facts } | undefined;
  let child = assignment;
  for (const parent of code.tree.ancestors(assignment)) {
    if (covers(parent, mention) && !isBranch(parent, child)) return choice;
    if (isBranch(parent, child)) {
      if (covers(parent, mention) && covers(child, mention)) return choice;
      const branch = branchFacts(code, parent, child);
      choice = choice ? { taken: both(branch.taken, choice.taken), passed: NOTHING } : branch;
    }
    child = parent;
  }
  return choice;
}

/** Whether a child of a node runs only under a condition. */
export function isBranch(parent: Node, child: Node): boolean {
  switch (parent.type) {
    case "IfStatement":
    case "ConditionalExpression":
      return child !== parent.test;
    case "LogicalExpression":
      return child === parent.right;
    case "WhileStatement":
    case "ForStatement":
    case "ForOfStatement":
    case "ForInStatement":
      return child === parent.body;
    case "TryStatement":
    case "SwitchCase":
    case "CatchClause":
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
    case "ObjectMethod":
    case "ClassMethod":
    case "ClassPrivateMethod":
      return true;
    default:
      return false;
  }
}

function branchFacts(code: Code, parent: Node, child: Node): { taken: Facts; passed: Facts } {
  if (parent.type === "IfStatement" || parent.type === "ConditionalExpression") {
    const { yes, no } = truthOf(code, parent.test);
    return child === parent.consequent ? { taken: yes, passed: no } : { taken: no, passed: yes };
  }
  if (parent.type === "LogicalExpression" && parent.operator === "&&") {
    const { yes, no } = truthOf(code, parent.left);
    return { taken: yes, passed: no };
  }
  return { taken: NOTHING, passed: NOTHING };
}

/** Whether a name is a variable of an outer function or module that is written later on: state, as a field is. */
export function isState(code: Code, binding: Binding, mention: Node): boolean {
  if (binding.kind !== "variable") return false;
  const isOuter = code.tree.functionAround(binding.identifier) !== writtenFunctionAround(code, mention);
  return isOuter && !isNeverWritten(code, binding);
}
