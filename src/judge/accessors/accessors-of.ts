import type * as t from "@babel/types";
import { literalOf } from "../../find/calls.ts";
import { membersNamed } from "../../find/declared-types.ts";
import { calledFunction, returnedValues } from "../../find/functions.ts";
import { partsNamed } from "../../find/parts.ts";
import { classGiven, functionGiven } from "../../find/shells.ts";
import {
  type Call,
  constantText,
  constantValue,
  isCall,
  isMember,
  memberName,
  pathOf,
  propertyName,
  propertyValue,
  unwrap,
} from "../../find/syntax.ts";
import { isThis } from "../../find/this.ts";
import { declaredType } from "../../find/types.ts";
import type { Code } from "../../parse/code.ts";
import type { FunctionNode, Node } from "../../parse/tree.ts";
import { firstValues, relativesOf } from "../holders.ts";

/** The code of this file that may run where a member is read, and where it is written. */
export interface Accessors {
  readonly getters: readonly FunctionNode[];
  readonly setters: readonly FunctionNode[];
}

const NONE: Accessors = { getters: [], setters: [] };

/** The accessors of a member: of the class or the record that its object is, or as `Object.defineProperty` adds them. */
export function accessorsOf(code: Code, expression: Node): Accessors {
  const member = unwrap(expression);
  const name = isMember(member) ? memberName(code, member) : undefined;
  if (!isMember(member) || name === undefined) return NONE;
  const owners = ownersOf(code, member.object, name);
  const isKnown = owners.length > 0 || isThis(pathOf(code, member.object));
  const found: readonly Node[] = isKnown
    ? owners.flatMap((owner) => partsNamed(code, owner, name))
    : membersOfType(code, member.object, name);
  const own = found.flatMap((part) => {
    if (part.type !== "ClassMethod" && part.type !== "ClassPrivateMethod" && part.type !== "ObjectMethod") return [];
    const isComputed = "computed" in part && part.computed === true;
    return propertyName(code, part.key, isComputed) === name ? [part] : [];
  });
  const defined = definitionsOf(code, name, member.object, owners);
  return {
    getters: [...own.filter(({ kind }) => kind === "get"), ...functionsOf(code, defined, "get")],
    setters: [...own.filter(({ kind }) => kind === "set"), ...functionsOf(code, defined, "set")],
  };
}

/** More functions behind each other than people make a record with. */
const MOST_MAKERS = 3;

type Owner = t.Class | t.ObjectExpression;

/** What the object of a member is made of, where the file shows it. */
export function ownersOf(code: Code, object: Node, name: string): readonly Owner[] {
  const node = unwrap(object);
  if (isThis(pathOf(code, node))) {
    const owner = code.tree.classAround(node);
    // A class below may define the field anew.
    return owner ? [owner, ...relativesOf(code, owner)] : recordAround(code, node, name);
  }
  const value = node.type === "Identifier" ? constantValue(code, node) : undefined;
  const owners = [...(value ? [value] : []), ...firstValues(code, node)].map((each) => ownersMade(code, each, 0));
  // Where one is not known, it may be of any class.
  return owners.every((each) => each.length > 0) ? owners.flat() : [];
}

/** What a value is made of: a record, a class, or what a function of this file gives; nothing where that is not known. */
function ownersMade(code: Code, value: Node, depth: number): readonly Owner[] {
  const made = unwrap(value);
  if (made.type === "ObjectExpression") return [made];
  const owner = made.type === "NewExpression" ? classGiven(code, made.callee) : undefined;
  if (owner) return [owner, ...relativesOf(code, owner)];
  const maker = isCall(made) && depth < MOST_MAKERS ? calledFunction(code, made) : undefined;
  const given = ((maker && returnedValues(code, maker)) ?? []).map((each) =>
    each.value ? ownersMade(code, each.value, depth + 1) : [],
  );
  return given.every((each) => each.length > 0) ? given.flat() : [];
}

/** The record whose method a `this` stands in. */
function recordAround(code: Code, node: Node, name: string): readonly t.ObjectExpression[] {
  for (const ancestor of code.tree.ancestors(node)) {
    if (ancestor.type !== "ObjectExpression") continue;
    const isOne = ancestor.properties.some(
      (each) => each.type === "ObjectMethod" && propertyName(code, each.key, each.computed) === name,
    );
    if (isOne) return [ancestor];
  }
  return [];
}

/**
 * The members of the type that an object is declared to have, where that is a class of this file. An object of which
 * nothing is known may be of any class.
 */
function membersOfType(code: Code, object: Node, name: string): readonly Node[] {
  const annotation = declaredType(code, object)?.annotation;
  if (annotation) return membersNamed(code, annotation, name) ?? [];
  return code.answers.of(membersOfType, name, () =>
    (code.bindings.mentions(name.replace(/^#/, ""), code.tree.program) ?? []).flatMap((mention) => {
      const part = code.tree.parent(mention);
      return part?.type === "ClassMethod" && part.key === mention ? [part] : [];
    }),
  );
}

/** The descriptors by which the file defines a property of an object, of its class or of what that makes. */
function definitionsOf(code: Code, name: string, object: Node, owners: readonly Owner[]): t.ObjectExpression[] {
  return ["defineProperty", "defineProperties"].flatMap((method) =>
    (code.bindings.mentions(method, code.tree.program) ?? []).flatMap((mention) => {
      const callee = code.tree.parent(mention);
      const call = callee && code.tree.parent(callee);
      if (!isMember(callee) || !isCall(call) || call.callee !== callee) return [];
      const [target] = call.arguments;
      const descriptor = descriptorOf(code, call, name);
      const record = descriptor && unwrap(descriptor);
      return target && record?.type === "ObjectExpression" && isOf(code, target, object, owners) ? [record] : [];
    }),
  );
}

/** What a call defines a property by: its third argument, or a property of the second that bears the name. */
function descriptorOf(code: Code, { arguments: [, key, descriptor] }: Call, name: string): Node | undefined {
  if (descriptor) return key && constantText(code, key) === name ? descriptor : undefined;
  const all = key && literalOf(code, key);
  return all && propertyValue(code, all, name);
}

/** Whether what gets a property is an object, is made by its class, or is the prototype of that. */
function isOf(code: Code, target: Node, object: Node, owners: readonly Owner[]): boolean {
  const path = pathOf(code, target);
  if (path !== undefined && path === pathOf(code, object) && !isThis(path)) return true;
  if (isThis(path)) return owners.some((owner) => owner === code.tree.classAround(target));
  const node = unwrap(target);
  // What is made and defined at once may be any object of which nothing else is known.
  if (node.type === "ObjectExpression" || isCall(node)) return owners.length === 0 && !isThis(pathOf(code, object));
  if (!isMember(node) || memberName(code, node) !== "prototype") return false;
  const made = classGiven(code, node.object);
  return owners.some((owner) => owner === made);
}

function functionsOf(code: Code, records: readonly t.ObjectExpression[], kind: "get" | "set"): FunctionNode[] {
  return records.flatMap((record) => {
    const method = record.properties.find(
      (each) => each.type === "ObjectMethod" && propertyName(code, each.key, each.computed) === kind,
    );
    if (method?.type === "ObjectMethod") return [method];
    const value = propertyValue(code, record, kind);
    return (value && functionGiven(code, value)) ?? [];
  });
}
