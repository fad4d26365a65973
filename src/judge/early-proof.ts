import type * as t from "@babel/types";
import { truthOf } from "../find/conditions.ts";
import { INSUFFICIENT, isStepUp, type Kinds, mayStepUp, meets, STATUS_OTHER } from "../find/kinds.ts";
import { isMember, isNeverWritten, type Member, pathOf, unwrap } from "../find/syntax.ts";
import { type Code, textOf } from "../parse/code.ts";
import { endOf, isFunction, type Node, startOf } from "../parse/tree.ts";

/** A condition that holds, or doesn't, wherever control comes to a site. */
interface Condition {
  readonly test: Node;
  readonly holds: boolean;
}

/**
 * The text of a test that proves the step-up, for a place before the evidence itself: `error === "insufficient_scope"`;
 * else of one that proves a 403. Undefined where it could give another answer there, throw or do something.
 */
export function earlyProof(code: Code, site: Node, place: Node): string | undefined {
  const conditions = conditionsOf(code, site);
  for (const isProof of [isStepUp, isRefusal]) {
    for (const condition of conditions) {
      const text = proofIn(code, condition, place, isProof);
      if (text !== undefined) return text;
    }
  }
  return undefined;
}

/** Whether nothing but an answer that may ask for a step-up comes so far: the good ones don't wait for the tokens. */
export const isRefusal = (kinds: Kinds): boolean => mayStepUp(kinds) && !meets(kinds, STATUS_OTHER & ~INSUFFICIENT);

/** The conditions around a site, and those of the early exits before it. */
function conditionsOf(code: Code, site: Node): Condition[] {
  const found: Condition[] = [];
  let child = site;
  for (const parent of code.tree.ancestors(site)) {
    if (isFunction(parent)) break;
    if (parent.type === "IfStatement" || parent.type === "ConditionalExpression") {
      if (parent.test !== child) found.push({ test: parent.test, holds: parent.consequent === child });
    } else if (parent.type === "LogicalExpression" && parent.right === child && parent.operator !== "??") {
      found.push({ test: parent.left, holds: parent.operator === "&&" });
    } else if (parent.type === "BlockStatement" || parent.type === "Program") {
      for (const statement of parent.body) {
        if (startOf(statement) >= startOf(child)) break;
        const isExit = statement.type === "IfStatement" && !statement.alternate && leaves(statement.consequent);
        if (isExit) found.push({ test: statement.test, holds: false });
      }
    }
    child = parent;
  }
  return found;
}

/** Whether a statement ends in an exit. */
export function leaves(statement: Node): boolean {
  const last = statement.type === "BlockStatement" ? statement.body.at(-1) : statement;
  return last !== undefined && /^(?:Throw|Return|Continue|Break)Statement$/.test(last.type);
}

/** A comparison, among the operands of a condition, that proves the step-up by itself. */
function proofIn(
  code: Code,
  { test, holds }: Condition,
  place: Node,
  isProof: (kinds: Kinds) => boolean,
): string | undefined {
  const node = unwrap(test);
  if (node.type === "UnaryExpression" && node.operator === "!")
    return proofIn(code, { test: node.argument, holds: !holds }, place, isProof);
  if (node.type === "LogicalExpression") {
    if (node.operator !== (holds ? "&&" : "||")) return undefined;
    return (
      proofIn(code, { test: node.left, holds }, place, isProof) ??
      proofIn(code, { test: node.right, holds }, place, isProof)
    );
  }
  if (node.type !== "BinaryExpression" || !/^[!=]==?$/.test(node.operator)) return undefined;
  const { yes, no } = truthOf(code, node);
  if (!isProof((holds ? yes : no).proved)) return undefined;
  const [left, right] = [operandAt(code, node.left, place), operandAt(code, node.right, place)];
  if (left === undefined || right === undefined) return undefined;
  const between = code.source.slice(endOf(node.left), startOf(node.right));
  // Comments and the parentheses of an operand stand there too.
  const operator = /^\s*[!=]==?\s*$/.test(between) ? between : ` ${node.operator} `;
  return `${left}${holds ? operator : operator.replace(/([!=])(==?)/, flipped)}${right}`;
}

const flipped = (_: string, first: string, rest: string): string => `${first === "!" ? "=" : "!"}${rest}`;

/** An operand as it can be written at an earlier place: a literal, a name that keeps its value, a member of one. */
function operandAt(code: Code, operand: Node, place: Node): string | undefined {
  const node = unwrap(operand);
  if (/^(?:String|Numeric|Boolean)Literal$/.test(node.type)) return textOf(code, operand);
  if (node.type === "Identifier") return isSameAt(code, node, place) ? textOf(code, operand) : undefined;
  if (node !== operand || !isMember(node) || node.computed || node.property.type !== "Identifier") return undefined;
  const object = unwrap(node.object);
  if (object.type !== "Identifier" || !isSameAt(code, object, place) || isChanged(code, node, place)) return undefined;
  // What proves that the object is there may stand between, where this is not the first that the statement reads.
  const isFirst = place.type === "IfStatement" && startOf(place.test) === startOf(operand);
  return `${textOf(code, object)}${isFirst ? "." : "?."}${node.property.name}`;
}

/** Whether a name means and holds the same at an earlier place. */
function isSameAt(code: Code, name: t.Identifier, place: Node): boolean {
  const binding = code.bindings.resolve(name);
  if (!binding || !isNeverWritten(code, binding)) return false;
  if (code.bindings.lookup(name.name, place) !== binding) return false;
  const isMade = binding.kind !== "variable" || endOf(binding.declaration) <= startOf(place);
  return isMade || code.tree.functionAround(binding.identifier) !== code.tree.functionAround(place);
}

/** Whether a member may get another value between a place and where it is compared. */
function isChanged(code: Code, member: Member, place: Node): boolean {
  const path = pathOf(code, member);
  const object = pathOf(code, member.object);
  const around = code.tree.functionAround(place) ?? code.tree.program;
  const isBetween = (node: Node) => startOf(node) >= startOf(place) && startOf(node) < startOf(member);
  const calls = code.tree.own(around, "CallExpression", "OptionalCallExpression");
  const assignments = code.tree.own(around, "AssignmentExpression");
  return (
    assignments.some((node) => isBetween(node) && pathOf(code, node.left) === path) ||
    calls.some((node) => isBetween(node) && node.arguments.some((argument) => pathOf(code, argument) === object))
  );
}
