import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { onlyReads } from "./record-calls.ts";
import { isCall, isMember, memberName, outOfCasts } from "./syntax.ts";

/** More names than an object has. */
const MOST_NAMES = 4;

/**
 * Whether a member of an object keeps what it is made with: `KIND.STEP_UP`. Nothing in this file writes it, or calls with
 * the object what may. What is done elsewhere with an object that is exported, or kept in another, is not seen.
 *
 * @param owner what the object or class is declared by
 * @param made its literal, or the class itself: their functions reach it as `this`
 */
export const keepsMember = (code: Code, owner: Binding, made: Node, name: string): boolean =>
  writtenMembers(code, owner, made)?.has(name) === false;

/** The members of an object that are written after it was made; undefined where any may be. */
function writtenMembers(code: Code, owner: Binding, made: Node): ReadonlySet<string> | undefined {
  return code.answers.of(writtenMembers, made, () => {
    const named = writtenThrough(code, owner, 0);
    const own = thisWithin(code, made).map((mention) => writtenBy(code, mention, 0));
    return named && !own.includes(undefined) ? new Set([...named, ...own.flatMap((each) => each ?? [])]) : undefined;
  });
}

/** Those that are written through a name of the object; undefined where any may be. */
function writtenThrough(code: Code, binding: Binding, depth: number): readonly string[] | undefined {
  const mentions = depth > MOST_NAMES ? undefined : code.bindings.references(binding);
  const names = mentions?.map((mention) => writtenBy(code, mention, depth));
  return names && !names.includes(undefined) ? names.flatMap((each) => each ?? []) : undefined;
}

/** Every `this` that stands for an object: in the methods of a literal, in what is static of a class. */
function thisWithin(code: Code, made: Node): readonly Node[] {
  const found: Node[] = [];
  code.tree.walk(made, (node) => {
    if (node.type === "ThisExpression") found.push(node);
    const isOfInstances = /^Class.*(?:Method|Property)$/.test(node.type) && !("static" in node && node.static);
    return isOfInstances ? false : undefined;
  });
  return found;
}

/** The members that a mention of an object writes, by their names; undefined where it may write any. */
function writtenBy(code: Code, mention: Node, depth: number): readonly string[] | undefined {
  const whole = outOfCasts(code, mention);
  const parent = code.tree.parent(whole);
  if (parent && isMember(parent) && parent.object === whole) {
    const name = memberName(code, parent);
    if (!isTarget(code, outOfCasts(code, parent))) return [];
    return name === undefined ? undefined : [name];
  }
  if (parent?.type === "VariableDeclarator" && parent.id.type === "Identifier") {
    const alias = code.bindings.resolve(parent.id);
    return alias && writtenThrough(code, alias, depth + 1);
  }
  if (parent && isCall(parent)) return onlyReads(code, parent) ? [] : undefined;
  const isWritten = parent?.type === "NewExpression" ? parent.callee !== whole : isTarget(code, whole);
  return isWritten ? undefined : [];
}

/** Whether something is put into what is mentioned: by an assignment, a pattern, a loop or `delete`. */
function isTarget(code: Code, node: Node): boolean {
  const parent = code.tree.parent(node);
  switch (parent?.type) {
    case "AssignmentExpression":
    case "AssignmentPattern":
    case "ForOfStatement":
    case "ForInStatement":
      return parent.left === node;
    case "UpdateExpression":
    case "ArrayPattern":
    case "RestElement":
      return true;
    case "ObjectProperty":
      return parent.value === node && code.tree.parent(parent)?.type === "ObjectPattern";
    case "UnaryExpression":
      return parent.operator === "delete";
    default:
      return false;
  }
}
