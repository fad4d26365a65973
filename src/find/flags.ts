import type * as t from "@babel/types";
import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { covers, endOf, isLoop, type Node, startOf } from "../parse/tree.ts";
import { hasAccessor } from "./accessors.ts";
import { truthOf } from "./conditions.ts";
import { factsAt } from "./dominance.ts";
import { both, either, type Facts, isNever, NEVER, NOTHING } from "./facts.ts";
import { ANY } from "./kinds.ts";
import { assignmentAround } from "./patterns.ts";
import { isMember, isNothing, type Member, memberName, pathOf, unwrap } from "./syntax.ts";
import { isThisMember } from "./this.ts";
import { type Truth, UNKNOWN } from "./truth.ts";

/** More assignments than a flag has. */
const MOST_WRITES = 8;

/**
 * What a flag's being set tells: a local variable that begins as false and is set only where something is known, as in
 * `let stepUp = false; if (error === "insufficient_scope") stepUp = true;`. Its being unset tells nothing.
 */
export function flagTruth(code: Code, mention: t.Identifier): Truth {
  const binding = code.bindings.resolve(mention);
  if (binding?.kind !== "variable" || !beginsUnset(code, binding)) return UNKNOWN;
  const writes = code.bindings.writes(binding) ?? [];
  if (writes.length === 0 || writes.length > MOST_WRITES) return UNKNOWN;
  let facts: Facts = NEVER;
  for (const write of writes) {
    const assignment = code.tree.parent(write);
    if (assignment?.type !== "AssignmentExpression" || assignment.left !== write || assignment.operator !== "=")
      return UNKNOWN;
    if (!isInOneRun(code, binding, write)) return UNKNOWN;
    if (!isUnset(assignment.right))
      facts = either(facts, both(factsAt(code, assignment), truthOf(code, assignment.right).yes));
  }
  if (isNever(facts) || facts.kinds === ANY || !isInOneRun(code, binding, mention)) return UNKNOWN;
  const { kinds, proved, tests } = facts;
  return { yes: { ...NOTHING, kinds, proved, tests }, no: NOTHING };
}

/** Whether a variable has a value of its own in each run of its declaration, and one that is no yes. */
function beginsUnset(code: Code, { declaration, identifier }: Binding): boolean {
  if (declaration.type !== "VariableDeclarator" || declaration.id !== identifier) return false;
  if (declaration.init) return isUnset(declaration.init);
  const parent = code.tree.parent(declaration);
  // `var` without a value keeps, in a loop, that of the round before.
  const isAgain = [...code.tree.ancestors(declaration)].some(isLoop);
  return parent?.type === "VariableDeclaration" && (parent.kind === "let" || !isAgain);
}

/** `false`, `null`, `undefined`, `0` and a minifier's `!1`. */
function isUnset(expression: Node): boolean {
  const node = unwrap(expression);
  if (node.type === "BooleanLiteral") return !node.value;
  if (node.type === "NumericLiteral") return node.value === 0;
  if (node.type === "UnaryExpression" && node.operator === "!")
    return node.argument.type === "NumericLiteral" && node.argument.value !== 0;
  return isNothing(node);
}

/** Whether a mention runs at most once for each run of the declaration: in the same function, and in no loop inside. */
function isInOneRun(code: Code, { declaration }: Binding, mention: Node): boolean {
  if (code.tree.functionAround(mention) !== code.tree.functionAround(declaration)) return false;
  for (const ancestor of code.tree.ancestors(mention)) {
    if (covers(ancestor, declaration)) return true;
    if (isLoop(ancestor)) return false;
  }
  return true;
}

/** The longest function, in code units, in which a field is looked for: a person's, and not a bundle's. */
const MOST_TEXT = 20_000;

/** What a field of `this` tells that was set to a condition right before: `this.stepUp = error === …; if (this.stepUp)`. */
export function fieldFlagTruth(code: Code, member: Member): Truth {
  const path = pathOf(code, member);
  const name = memberName(code, member);
  const around = code.tree.functionAround(member);
  if (!around || name === undefined || !isThisMember(path) || endOf(around) - startOf(around) > MOST_TEXT)
    return UNKNOWN;
  const writes = (code.bindings.mentions(name.replace(/^#/, ""), around) ?? []).flatMap((mention) => {
    const assignment = assignmentTo(code, mention);
    return assignment && assignment.path === path ? [assignment.write] : [];
  });
  const [write, ...others] = writes;
  if (write?.type !== "AssignmentExpression" || others.length > 0 || write.operator !== "=") return UNKNOWN;
  if (pathOf(code, write.left) !== path || hasAccessor(code, member) || !isRightBefore(code, write, member))
    return UNKNOWN;
  const { yes } = truthOf(code, write.right);
  return { yes: { ...yes, present: [], absent: [] }, no: NOTHING };
}

/** What writes to the member that a name ends, directly or through a pattern, with the member's path. */
function assignmentTo(code: Code, mention: Node): { write: Node; path: string | undefined } | undefined {
  let member = code.tree.parent(mention);
  if (member?.type === "PrivateName") member = code.tree.parent(member);
  if (!isMember(member)) return undefined;
  const parent = code.tree.parent(member);
  const isChanged =
    parent?.type === "UpdateExpression" || (parent?.type === "ForOfStatement" && parent.left === member);
  const assignment = isChanged ? parent : assignmentAround(code, member);
  const isValue = assignment?.type === "AssignmentExpression" && covers(assignment.right, member);
  return assignment && !isValue ? { write: assignment, path: pathOf(code, member) } : undefined;
}

/** Whether control comes from an assignment to a mention for certain, and no other code can run in between. */
function isRightBefore(code: Code, write: t.AssignmentExpression, mention: Node): boolean {
  const shared = sharedWith(code, write, mention);
  if (!shared || endOf(write) > startOf(mention)) return false;
  if (code.tree.functionAround(mention) !== code.tree.functionAround(write)) return false;
  let isCertain = true;
  code.tree.walk(shared, (node) => {
    if (endOf(node) <= endOf(write) || startOf(node) >= startOf(mention)) return isCertain;
    const isInside = startOf(node) >= endOf(write);
    if (
      isInside &&
      /^(?:Optional)?CallExpression$|^(?:New|Await|Yield|TaggedTemplate)Expression$|^ForOfStatement$/.test(node.type)
    )
      isCertain = false;
    return isCertain;
  });
  return isCertain;
}

/** The list, sequence or condition that holds both an assignment, which it always makes, and a later mention. */
function sharedWith(code: Code, write: Node, mention: Node): Node | undefined {
  let child = write;
  for (const parent of code.tree.ancestors(write)) {
    if (covers(parent, mention)) {
      const isFirst =
        parent.type === "IfStatement" || parent.type === "ConditionalExpression"
          ? parent.test === child
          : parent.type === "LogicalExpression" && parent.left === child;
      return isFirst || /^(?:BlockStatement|SequenceExpression)$/.test(parent.type) ? parent : undefined;
    }
    if (!/^(?:ExpressionStatement|SequenceExpression|ParenthesizedExpression)$/.test(parent.type)) return undefined;
    child = parent;
  }
  return undefined;
}
