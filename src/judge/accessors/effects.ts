import { factsAt } from "../../find/dominance.ts";
import { calledFunction } from "../../find/functions.ts";
import { libraryOf, makesMany, methodOf, onlyReads } from "../../find/library/lookup.ts";
import { readsPrivateField } from "../../find/private-fields.ts";
import { type Call, isCall, isMember, memberName, pathOf, unwrap } from "../../find/syntax.ts";
import { valueAtFirst } from "../../find/text-of.ts";
import { keepsText } from "../../find/unread.ts";
import type { Code } from "../../parse/code.ts";
import { covers, type FunctionNode, type Node } from "../../parse/tree.ts";
import { firstValues } from "../holders.ts";
import { accessorsOf } from "./accessors-of.ts";

const MOST_CALLS = 3;

/**
 * What a function does besides giving what it reads, so that a second call may give something else: it counts, writes,
 * takes away. What is only made where it was missing is given the same ever after.
 */
export function effectOf(code: Code, target: FunctionNode, depth = 0): Node | undefined {
  return found(code, target, (node) => isEffect(code, node, target) || calledEffect(code, node, depth));
}

/** The same, with the calls of what is not read: of these, nothing tells that they only read. */
export function unreadIn(code: Code, target: FunctionNode, depth = 0): Node | undefined {
  return found(code, target, (node) => {
    if (isEffect(code, node, target) || calledEffect(code, node, depth)) return true;
    if (node.type === "AwaitExpression" || node.type === "ThrowStatement") return true;
    if (node.type === "NewExpression") return !keepsText(code, node);
    if (!isCall(node) || readsPrivateField(node)) return false;
    const called = calledFunction(code, node);
    if (called) return depth < MOST_CALLS && unreadIn(code, called, depth + 1) !== undefined;
    return !onlyGives(code, node);
  });
}

function onlyGives(code: Code, call: Call): boolean {
  if (keepsText(code, call)) return true;
  const callee = unwrap(call.callee);
  if (!isMember(callee)) return false;
  // `queue.get()` gives one of several, and `map.get(key)` the same each time.
  return onlyReads(methodOf(code, callee)) && (memberName(code, callee) !== "get" || call.arguments.length > 0);
}

function found(code: Code, target: FunctionNode, is: (node: Node) => boolean): Node | undefined {
  let first: Node | undefined;
  code.tree.walk(target.body, (node) => {
    if (!first && is(node)) first = node;
    return !first;
  });
  return first;
}

function calledEffect(code: Code, node: Node, depth: number): boolean {
  const isRead = isCall(node) && !readsPrivateField(node);
  const called = isRead && depth < MOST_CALLS ? calledFunction(code, node) : undefined;
  return called !== undefined && effectOf(code, called, depth + 1) !== undefined;
}

function isEffect(code: Code, node: Node, within: FunctionNode): boolean {
  switch (node.type) {
    case "UpdateExpression":
      return !isLocal(code, node.argument, within);
    case "UnaryExpression":
      return node.operator === "delete";
    case "AssignmentExpression": {
      if (node.operator === "??=" || node.operator === "||=" || isLocal(code, node.left, within)) return false;
      const path = pathOf(code, node.left);
      return path === undefined || !factsAt(code, node).absent.includes(path);
    }
    case "CallExpression":
    case "OptionalCallExpression": {
      const callee = unwrap(node.callee);
      const object = isMember(callee) && methodOf(code, callee)?.isOnce ? callee.object : undefined;
      return object !== undefined && pathOf(code, object) !== undefined && !isLocal(code, object, within);
    }
    default:
      return false;
  }
}

/** Whether a name was made in a function, and is gone with its run. */
function isLocal(code: Code, target: Node, within: FunctionNode): boolean {
  const node = unwrap(target);
  const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  return binding !== undefined && covers(within, binding.identifier);
}

/**
 * A getter on the way to what an expression reads that gives something else each time, or asks for it code that is not
 * read, which may give each caller its own: `return this.context.get("provider")`.
 */
export function changingGetter(code: Code, expression: Node): Node | undefined {
  let first: Node | undefined;
  code.tree.walkOwn(expression, (node) => {
    if (first || !isMember(node)) return !first;
    for (const getter of accessorsOf(code, node).getters) first ??= effectOf(code, getter) ?? lookedUpBy(code, getter);
    return !first;
  });
  return first;
}

/** Whether what a call gives is kept, so that it is the same ever after: `this.made ??= this.make()`. */
function isKept(code: Code, call: Call): boolean {
  const parent = code.tree.parent(call);
  return parent?.type === "AssignmentExpression" && parent.right === call;
}

/** The call by which a getter looks up what it gives in an object of which nothing is known. */
function lookedUpBy(code: Code, getter: FunctionNode): Node | undefined {
  return code.tree.own(getter.body, "CallExpression", "OptionalCallExpression").find((call) => {
    const callee = unwrap(call.callee);
    if (!isMember(callee) || calledFunction(code, call) || isKept(code, call)) return false;
    if (memberName(code, callee) !== "get") return !onlyGives(code, call);
    const object = unwrap(callee.object);
    const made = isMember(object) ? firstValues(code, object) : [valueAtFirst(code, object)];
    return !made.some((each) => each?.type === "NewExpression" && makesMany(libraryOf(code, each.callee)));
  });
}
