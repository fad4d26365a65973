import type { Code } from "../parse/code.ts";
import type { FunctionNode, Node } from "../parse/tree.ts";
import { isAuthorization } from "./authorization.ts";
import { callTaking } from "./calls.ts";
import { factsAt, factsWithin } from "./dominance.ts";
import { tellsOfAnswer } from "./kinds.ts";
import { namesScope } from "./origins.ts";
import { sinkPath, useOf } from "./sink-use.ts";
import { isCall, isMember, isNothing, propertyName, unwrap } from "./syntax.ts";
import { usesOf } from "./uses.ts";
import { keepsValue, writtenAt } from "./written.ts";

/**
 * Whether what a function returns under its own evidence is, as it comes, the scope that a caller of this file asks
 * for. A caller that has the evidence itself holds the sink.
 */
export function isScopeOfCaller(code: Code, value: Node): boolean {
  const around = code.tree.functionAround(value);
  if (isScopeOfRecord(code, value) && isPartOfOne(value) && tellsOfAnswer(factsAt(code, value).kinds)) return true;
  if (!around || !tellsOfAnswer(factsWithin(code, value, around).kinds)) return false;
  return isAskedForByCallers(code, around, 0);
}

/** Whether what a function gives is the scope of a record that a call is given: `assign({ scope: ({ event }) => event.error.scope })`. */
export function isScopeOfRecord(code: Code, value: Node): boolean {
  const target = code.tree.functionAround(value);
  const property = target?.type === "ObjectMethod" ? target : target && code.tree.parent(target);
  const isValue = property === target || (property?.type === "ObjectProperty" && property.value === target);
  if (!isValue || (property?.type !== "ObjectProperty" && property?.type !== "ObjectMethod")) return false;
  return namesScope(propertyName(code, property.key, property.computed)) && callTaking(code, property) !== undefined;
}

/** Whether a value is a part of something, or one of such: what is put together of several may be joined. */
function isPartOfOne(value: Node): boolean {
  const node = unwrap(value);
  if (node.type === "ConditionalExpression") return isPartOfOne(node.consequent) && isPartOfOne(node.alternate);
  if (node.type === "LogicalExpression") return isPartOfOne(node.left) && isPartOfOne(node.right);
  return isMember(node) || node.type === "Identifier" || isNothing(node) || node.type === "StringLiteral";
}

/** How many functions a scope is returned through before it is asked for: more is not followed. */
const MOST_CALLERS_UP = 4;

function isAskedForByCallers(code: Code, target: FunctionNode, depth: number): boolean {
  return (usesOf(code, target)?.mentions ?? []).some((mention) => {
    const call = code.tree.parent(mention);
    return isCall(call) && call.callee === mention && isAskedFor(code, call, depth);
  });
}

/** Whether a value itself, and not something made of it, is asked for. */
function isAskedFor(code: Code, value: Node, depth: number): boolean {
  const parent = code.tree.parent(value);
  switch (parent?.type) {
    case "AwaitExpression":
    case "ParenthesizedExpression":
    case "TSAsExpression":
    case "TSNonNullExpression":
      return isAskedFor(code, parent, depth);
    case "ObjectProperty": {
      const call = parent.value === value ? callTaking(code, parent) : undefined;
      if (!call || !namesScope(propertyName(code, parent.key, parent.computed))) return false;
      return isAuthorization(code, call) && !tellsOfAnswer(factsAt(code, parent).kinds);
    }
    case "AssignmentExpression": {
      const written = parent.right === value ? writtenAt(code, parent) : undefined;
      if (!written || !keepsValue(written.kind) || tellsOfAnswer(factsAt(code, parent).kinds)) return false;
      return useOf(code, written, sinkPath(code, written)) === "request";
    }
    case "ReturnStatement":
    case "ArrowFunctionExpression": {
      const around = parent.type === "ReturnStatement" ? code.tree.functionAround(parent) : parent;
      return depth < MOST_CALLERS_UP && around !== undefined && isAskedForByCallers(code, around, depth + 1);
    }
    case "LogicalExpression":
      return (parent.right === value || parent.operator !== "&&") && isAskedFor(code, parent, depth);
    case "VariableDeclarator": {
      const binding =
        parent.id.type === "Identifier" && depth <= MOST_CALLERS_UP ? code.bindings.resolve(parent.id) : undefined;
      return ((binding && code.bindings.references(binding)) ?? []).some((each) => isAskedFor(code, each, depth + 1));
    }
    default:
      return false;
  }
}
