import type * as t from "@babel/types";
import { getterOf } from "../../find/accessors.ts";
import { authorizationCalls } from "../../find/authorization.ts";
import type { Candidate } from "../../find/find.ts";
import { calledFunction, returnedValues } from "../../find/functions.ts";
import { partsNamed } from "../../find/parts.ts";
import { expressionNamed } from "../../find/request-use.ts";
import {
  constantText,
  isCall,
  isMember,
  isNothing,
  pathOf,
  propertyName,
  propertyValue,
  unwrap,
} from "../../find/syntax.ts";
import { isThisMember } from "../../find/this.ts";
import type { Code } from "../../parse/code.ts";
import type { Node } from "../../parse/tree.ts";

/** More steps than lead from a field to the record that it is made of. */
const MOST_STEPS = 5;

/**
 * The record of an object that holds the sink, where it is not shown to be made for that object alone: it is imported,
 * given, looked up, or a part of one that is copied. Others may hold it too, and ask another server.
 *
 * @param asked what the handler asks, and whose tokens it reads: where one of these hangs on the record as well, it is their owner
 */
export function sharedRecord(code: Code, memory: Candidate, asked: readonly Node[]): Node | undefined {
  const { holder, target } = memory;
  const member = unwrap(target);
  const record = holder ?? (isMember(member) ? member.object : undefined);
  const path = record && pathOf(code, record);
  if (!record || path === undefined || !isThisMember(path) || path.includes("[")) return undefined;
  const isReplaced = holder !== undefined && code.tree.parent(holder)?.type === "AssignmentExpression";
  if (isReplaced || asked.some((each) => `${pathOf(code, each)}.`.startsWith(`${path}.`))) return undefined;
  if (isAskedWhole(code, memory, path)) return undefined;
  const [field = "", ...names] = path.split(".").slice(1);
  const owner = code.tree.classAround(member);
  if (!owner) return undefined;
  const values = getterOf(code, record) ? undefined : valuesGiven(code, owner, field);
  return values?.every((value) => isFresh(code, value, names, 0)) ? undefined : record;
}

/** Whether the authorization takes all of the record, and so its server with its scope: `auth(provider, this.options)`. */
const isAskedWhole = (code: Code, memory: Candidate, path: string): boolean =>
  authorizationCalls(code, memory).some((call) =>
    call.arguments.some((argument) => {
      const record = unwrap(argument);
      const parts = record.type === "ObjectExpression" ? record.properties : [];
      const spread = parts.flatMap((part) => (part.type === "SpreadElement" ? [part.argument] : []));
      return [record, ...spread].some((each) => pathOf(code, each) === path);
    }),
  );

/** What a field is given by its declaration and by assignments in its class; undefined where others may give it. */
function valuesGiven(code: Code, owner: t.Class, field: string): readonly Node[] | undefined {
  const values: Node[] = [];
  for (const part of partsNamed(code, owner, field)) {
    if (part.type !== "ClassProperty" && part.type !== "ClassPrivateProperty") return undefined;
    if ("static" in part && part.static) return undefined;
    if (part.value) values.push(part.value);
  }
  for (const mention of code.bindings.mentions(field.replace(/^#/, ""), owner) ?? []) {
    const place = expressionNamed(code, mention);
    const parent = place && code.tree.parent(place);
    if (parent?.type === "TSParameterProperty" || code.tree.parent(mention)?.type === "TSParameterProperty")
      return undefined;
    const isGiven = parent?.type === "AssignmentExpression" && parent.left === place && isMember(place);
    if (isGiven) values.push(parent.right);
  }
  const all = [...values, ...valuesDefined(code, owner, field)];
  return all.length > 0 ? all : undefined;
}

/** What compilers make of a field: `__publicField(this, "session", {})`. */
function valuesDefined(code: Code, owner: t.Class, field: string): readonly Node[] {
  const found: Node[] = [];
  code.tree.walk(owner, (node) => {
    const [object, name, value] = isCall(node) ? node.arguments : [];
    if (object?.type === "ThisExpression" && name && value && constantText(code, name) === field) found.push(value);
    return undefined;
  });
  return found;
}

/** Whether a value is a record that was just made, and so is what it holds under some names. */
function isFresh(code: Code, value: Node, names: readonly string[], depth: number): boolean {
  const node = unwrap(value);
  const next = (inner: Node) => depth < MOST_STEPS && isFresh(code, inner, names, depth + 1);
  if (isNothing(node)) return true;
  switch (node.type) {
    case "ObjectExpression": {
      const [name, ...rest] = names;
      if (name === undefined) return true;
      const part = propertyValue(code, node, name);
      if (part) return depth < MOST_STEPS && isFresh(code, part, rest, depth + 1);
      return node.properties.every(
        (each) => each.type === "ObjectProperty" && propertyName(code, each.key, each.computed) !== undefined,
      );
    }
    case "NewExpression":
      return true;
    case "LogicalExpression":
      return next(node.left) && next(node.right);
    case "ConditionalExpression":
      return next(node.consequent) && next(node.alternate);
    default: {
      if (!isCall(node)) return false;
      if (pathOf(code, node.callee) === "structuredClone") return true;
      const target = calledFunction(code, node);
      const given = target && returnedValues(code, target);
      return (
        given !== undefined && given.length > 0 && given.every(({ value: each }) => each !== undefined && next(each))
      );
    }
  }
}
