import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import { covers, type FunctionNode, type Node } from "../parse/tree.ts";
import { returnedValues } from "./functions.ts";
import { methodOf } from "./library/lookup.ts";
import {
  awaited,
  constantText,
  initialValue,
  isCall,
  isMember,
  isNothing,
  memberName,
  pathOf,
  propertyValue,
  unwrap,
} from "./syntax.ts";
import { textOfValue } from "./text-of.ts";
import { LIST } from "./text-types.ts";
import { isThis, isThisMember } from "./this.ts";
import { mixesScope } from "./tokens-mixed.ts";
import { propertyKey } from "./type-names.ts";

/**
 * Whether the `tokens()` that a class writes out gives no text of scopes, or not a second time: a record with a list,
 * a piece of another text or a scope that is made up, one that is let go of when it is given, or that of somebody else.
 */
export function givesNoText(code: Code, declaration: t.Class): boolean {
  if (mixesScope(code, declaration)) return true;
  const method = declaration.body.body.find((part) => propertyKey(code, part) === "tokens");
  if (method?.type !== "ClassMethod" || method.kind !== "method") return false;
  return letsGo(code, method) !== undefined || givesOther(code, method) || fallsBack(code, declaration, method);
}

function givesOther(code: Code, method: t.ClassMethod): boolean {
  const records = (returnedValues(code, method) ?? []).flatMap(({ value }) => (value ? recordsIn(value) : []));
  return records.some((record) => {
    const scope = propertyValue(code, record, "scope");
    return scope !== undefined && ((textOfValue(code, scope) & LIST) !== 0 || isPiece(scope) || isMadeUp(code, scope));
  });
}

/** Whether a value is one of the pieces of another text, and so not all that was granted: `key.split(":")[0]`. */
function isPiece(value: Node): boolean {
  const node = unwrap(value);
  const call = isMember(node) && node.property.type === "NumericLiteral" ? unwrap(node.object) : undefined;
  const callee = isCall(call) ? unwrap(call.callee) : undefined;
  return isMember(callee) && callee.property.type === "Identifier" && callee.property.name === "split";
}

/** Whether a scope may be one that the code makes up where none was granted: `saved.scope ?? KNOWN.join(" ")`. */
function isMadeUp(code: Code, scope: Node): boolean {
  const node = unwrap(scope);
  if (node.type !== "LogicalExpression" || node.operator === "&&") return false;
  const other = unwrap(node.right);
  const text = constantText(code, other);
  if (isNothing(other) || text === "") return false;
  return text !== undefined || (other.type !== "Identifier" && !isMember(other));
}

/**
 * Whether a provider gives, where it has no tokens, those of somebody else: of a field that its own `saveTokens()` does not
 * write, `this.own ?? this.signIn`.
 */
function fallsBack(code: Code, declaration: t.Class, method: t.ClassMethod): boolean {
  const saving = declaration.body.body.find((part) => propertyKey(code, part) === "saveTokens");
  if (saving?.type !== "ClassMethod") return false;
  const saved = code.tree.own(saving.body, "AssignmentExpression").map(({ left }) => pathOf(code, left));
  return (returnedValues(code, method) ?? []).some(({ value }) => {
    const given = value && unwrap(value);
    if (given?.type !== "LogicalExpression" || given.operator === "&&") return false;
    const [own, other] = [pathOf(code, given.left), pathOf(code, given.right)];
    return isThisMember(other) && saved.includes(own) && !saved.includes(other);
  });
}

/** The literals of which an expression may give one. */
function recordsIn(expression: Node): readonly t.ObjectExpression[] {
  const node = unwrap(expression);
  switch (node.type) {
    case "ObjectExpression":
      return [node];
    case "AwaitExpression":
      return recordsIn(node.argument);
    case "LogicalExpression":
      return [...recordsIn(node.left), ...recordsIn(node.right)];
    case "ConditionalExpression":
      return [...recordsIn(node.consequent), ...recordsIn(node.alternate)];
    default:
      return [];
  }
}

/**
 * What a function always empties, or takes an element of, and has not made itself: `this.slot = undefined`,
 * `queue.shift()`. A second call then gives something else.
 */
export const letsGo = (code: Code, giver: FunctionNode): Node | undefined =>
  code.tree
    .own(giver.body, "AssignmentExpression", "UnaryExpression", "CallExpression", "OptionalCallExpression")
    .find((node) => {
      const place = emptied(code, node);
      return place && !isOwn(code, place, giver) && !isChosen(code, node, giver) && !fills(code, giver, place);
    });

/** What a function counts, where it throws from some number on: a read more than was planned breaks what comes after. */
export const limitsReads = (code: Code, giver: FunctionNode): Node | undefined =>
  code.tree.own(giver.body, "AssignmentExpression", "UpdateExpression").find((node) => {
    const place = counted(code, node);
    const path = place && pathOf(code, place);
    if (!place || path === undefined || isOwn(code, place, giver)) return false;
    return code.tree.own(giver.body, "ThrowStatement").some((thrown) => {
      const test = code.tree.nearest(thrown, isIf)?.test;
      return test !== undefined && covers(giver, test) && (covers(test, node) || readsPath(code, test, path));
    });
  });

const isIf = (node: Node): node is t.IfStatement => node.type === "IfStatement";

/**
 * The call by which a function makes what it gives of the tokens of another provider, as an exchange does (RFC 8693):
 * `exchanger.exchange(await inner.tokens(), audience)`. They may be of another server.
 */
export const exchanges = (code: Code, giver: FunctionNode): Node | undefined =>
  code.tree.own(giver.body, "CallExpression", "OptionalCallExpression").find((call) => {
    // What is given the tokens alone reads, checks or logs them.
    if (call.arguments.length < 2 || !isGivenBack(code, call, giver)) return false;
    return call.arguments.some((argument) => {
      const given = unwrap(argument);
      const name = awaited(isMember(given) ? unwrap(given.object) : given);
      const binding = name.type === "Identifier" ? code.bindings.resolve(name) : undefined;
      const made = binding ? initialValue(code, binding) : name;
      const read = made && awaited(unwrap(made));
      const callee = isCall(read) ? unwrap(read.callee) : undefined;
      return isMember(callee) && memberName(code, callee) === "tokens" && !isThis(pathOf(code, callee.object));
    });
  });

/**
 * What a function counts on, and looks up by it: `this.turn = (this.turn + 1) % this.accounts.length`. A second call then
 * gives the tokens of another.
 */
export function movesOn(code: Code, giver: FunctionNode): Node | undefined {
  const counting: Node[] = [];
  code.tree.walk(giver.body, (node) => {
    if (node.type === "AssignmentExpression" || node.type === "UpdateExpression") counting.push(node);
    return undefined;
  });
  const keys = counting.length > 0 ? keysGiven(code, giver) : [];
  return counting.find((node) => {
    const place = counted(code, node as t.AssignmentExpression | t.UpdateExpression);
    const path = place && pathOf(code, place);
    if (!place || path === undefined || isOwn(code, place, giver)) return false;
    return keys.some((key) => {
      const name = unwrap(key);
      const binding = name.type === "Identifier" ? code.bindings.resolve(name) : undefined;
      const made = binding && initialValue(code, binding);
      return pathOf(code, key) === path || covers(key, node) || (made !== undefined && covers(made, node));
    });
  });
}

/** By what a function looks up what it gives: `this.active` of `return this.saved.get(this.active)`. */
export function keysGiven(code: Code, giver: FunctionNode): readonly Node[] {
  const keys: Node[] = [];
  // With what it runs at once: compilers put all of a body into a function.
  code.tree.walk(giver.body, (node) => {
    if (isMember(node) && node.computed && isGivenBack(code, node, giver)) keys.push(node.property);
    if (isCall(node) && isMember(node.callee) && isGivenBack(code, node, giver)) keys.push(...node.arguments);
    return undefined;
  });
  return keys;
}

/** Whether a node is part of what a function gives, by itself or by a name. */
function isGivenBack(code: Code, node: Node, giver: FunctionNode): boolean {
  for (const parent of code.tree.ancestors(node)) {
    if (parent.type === "ReturnStatement") return true;
    if (parent === giver) return giver.body.type !== "BlockStatement";
    if (parent.type !== "VariableDeclarator") continue;
    const binding = parent.id.type === "Identifier" ? code.bindings.resolve(parent.id) : undefined;
    return ((binding && code.bindings.references(binding)) ?? []).some((each) => {
      for (const around of code.tree.ancestors(each)) if (around.type === "ReturnStatement") return true;
      return false;
    });
  }
  return false;
}

/** The place that an assignment or update counts up or down. */
function counted(code: Code, node: t.AssignmentExpression | t.UpdateExpression): Node | undefined {
  if (node.type === "UpdateExpression") return node.argument;
  if (/^[-+]=$/.test(node.operator)) return node.left;
  const path = pathOf(code, node.left);
  const isSum = node.operator === "=" && node.right.type === "BinaryExpression" && path !== undefined;
  return isSum && readsPath(code, node.right, path) ? node.left : undefined;
}

function readsPath(code: Code, within: Node, path: string): boolean {
  let isRead = false;
  code.tree.walkOwn(within, (node) => {
    if (pathOf(code, node) === path) isRead = true;
    return !isRead;
  });
  return isRead;
}

/** Whether a function also puts something where it empties: a read that is under way, which others share. */
function fills(code: Code, giver: FunctionNode, place: Node): boolean {
  const path = pathOf(code, place);
  return code.tree.own(giver.body, "AssignmentExpression", "CallExpression").some((node) => {
    if (node.type === "AssignmentExpression") return !isNothing(node.right) && pathOf(code, node.left) === path;
    const callee = unwrap(node.callee);
    return isMember(callee) && methodOf(code, callee)?.changes === "grows" && pathOf(code, callee.object) === path;
  });
}

function emptied(code: Code, node: Node): Node | undefined {
  if (node.type === "AssignmentExpression")
    return node.operator === "=" && isNothing(node.right) ? node.left : undefined;
  if (node.type === "UnaryExpression") return node.operator === "delete" ? node.argument : undefined;
  const callee = isCall(node) ? unwrap(node.callee) : undefined;
  const changes = callee && isMember(callee) ? methodOf(code, callee)?.changes : undefined;
  return isMember(callee) && (changes === "shrinks" || changes === "empties") ? callee.object : undefined;
}

/** Whether a place hangs on a name that a function makes. */
function isOwn(code: Code, place: Node, within: Node): boolean {
  let root = unwrap(place);
  while (isMember(root)) root = unwrap(root.object);
  const binding = root.type === "Identifier" ? code.bindings.resolve(root) : undefined;
  return binding !== undefined && covers(within, binding.identifier);
}

const CHOICE = /^(?:IfStatement|ConditionalExpression|LogicalExpression|SwitchCase|CatchClause)$/;

/** Whether a node runs in some cases only: what is let go of when it has expired is not given a first time either. */
function isChosen(code: Code, node: Node, within: Node): boolean {
  for (const ancestor of code.tree.ancestors(node)) {
    if (ancestor === within) return false;
    if (CHOICE.test(ancestor.type)) return true;
  }
  return false;
}
