import type * as t from "@babel/types";
import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
import { factsWithin } from "./dominance.ts";
import { escapesByName, memberNamed } from "./escapes.ts";
import type { Facts } from "./facts.ts";
import { calleesOfGiven } from "./handed-functions.ts";
import { mayStepUp } from "./kinds.ts";
import { partsNamed } from "./parts.ts";
import { classGiven, functionGiven, isClass, paramsOf, shellOf, variableGiven } from "./shells.ts";
import {
  type Call,
  constantValue,
  isCall,
  isMember,
  memberName,
  pathOf,
  propertyName,
  propertyValue,
  unwrap,
} from "./syntax.ts";
import { isThis, thisKey } from "./this.ts";

/** The function of this file that a call runs; undefined where that is not certain. */
export const calledFunction = (code: Code, call: Call | t.NewExpression): FunctionNode | undefined =>
  functionNamed(code, call.callee);

/** The function of this file that an expression is, that a name stands for, or that is a method: `this.mark`. */
export function functionNamed(code: Code, expression: Node): FunctionNode | undefined {
  const callee = unwrap(expression);
  if (!isMember(callee)) return functionGiven(code, callee);
  const name = memberName(code, callee);
  if (name === undefined) return undefined;
  if (isThis(pathOf(code, callee.object))) {
    const owner = code.tree.classAround(callee);
    return owner && (methodOf(code, owner, name) ?? inheritedMethod(code, owner, name));
  }
  if (callee.object.type === "Super") {
    const owner = code.tree.classAround(callee);
    return owner && inheritedMethod(code, owner, name);
  }
  const object = unwrap(callee.object);
  const held = object.type === "Identifier" ? constantValue(code, object) : object;
  const made = held && unwrap(held);
  const owner = classGiven(code, made?.type === "NewExpression" ? made.callee : object);
  if (owner) return methodOf(code, owner, name);
  if (made?.type === "NewExpression" || object.type !== "Identifier") return undefined;
  const record = constantValue(code, object);
  return record?.type === "ObjectExpression" ? methodOfRecord(code, record, name) : undefined;
}

function asFunction(node: Node | undefined): FunctionNode | undefined {
  const value = node && unwrap(node);
  return isFunction(value) ? value : undefined;
}

function methodOf(code: Code, owner: t.Class, name: string): FunctionNode | undefined {
  for (const part of partsNamed(code, owner, name)) {
    if (part.type === "ClassProperty" || part.type === "ClassPrivateProperty")
      return asFunction(part.value ?? undefined);
    if ((part.type === "ClassMethod" || part.type === "ClassPrivateMethod") && part.kind === "method") return part;
  }
  return undefined;
}

/** More classes above each other than people write. */
const MOST_CLASSES = 5;

/** A method of the classes of this file above another. */
function inheritedMethod(code: Code, owner: t.Class, name: string): FunctionNode | undefined {
  for (const above of classesAbove(code, owner)) {
    const method = methodOf(code, above, name);
    if (method) return method;
  }
  return undefined;
}

/** The classes of this file above another, the nearest first. */
function classesAbove(code: Code, owner: t.Class): t.Class[] {
  const found: t.Class[] = [];
  for (let above = classGiven(code, owner.superClass); above; above = classGiven(code, above.superClass)) {
    if (found.length === MOST_CLASSES || found.includes(above)) break;
    found.push(above);
  }
  return found;
}

/** The methods of a name in the classes of this file below the one around a callee: `this.signIn` of an abstract class. */
export function overridesOf(code: Code, callee: Node): FunctionNode[] {
  const member = unwrap(callee);
  const owner = isMember(member) && isThis(pathOf(code, member.object)) ? code.tree.classAround(member) : undefined;
  const name = owner && isMember(member) ? memberName(code, member) : undefined;
  if (!owner || name === undefined) return [];
  const below = [owner];
  for (const each of below) if (below.length < MOST_CLASSES_BELOW) below.push(...classesBelow(code, each));
  return below.slice(1).flatMap((each) => methodOf(code, each, name) ?? []);
}

/** More classes below one than a person writes in a file. */
const MOST_CLASSES_BELOW = 20;

function methodOfRecord(code: Code, record: t.ObjectExpression, name: string): FunctionNode | undefined {
  for (const property of record.properties) {
    if (property.type === "SpreadElement" || propertyName(code, property.key, property.computed) !== name) continue;
    return property.type === "ObjectMethod" ? property : asFunction(property.value);
  }
  return undefined;
}

/** A value that a function returns, with what holds where it does. */
export interface Returned {
  readonly value: Node | undefined;
  readonly facts: Facts;
}

/** Everything a function returns; undefined where it is too much to follow. */
export function returnedValues(code: Code, target: FunctionNode): readonly Returned[] | undefined {
  if (target.body.type !== "BlockStatement")
    return [{ value: target.body, facts: factsWithin(code, target.body, target) }];
  const found: Returned[] = [];
  code.tree.walkOwn(target.body, (node) => {
    if (node.type === "ReturnStatement") {
      found.push({ value: node.argument ?? undefined, facts: factsWithin(code, node, target) });
    }
    return undefined;
  });
  return found.length > 12 ? undefined : found;
}

/**
 * The values of one property in the records that a function of this file returns, for the function's result or a
 * constant of it. Undefined where not every return that a step-up can reach writes the property out.
 */
export function returnedProperties(
  code: Code,
  result: Node,
  name: string,
): { value: Node; facts: Facts }[] | undefined {
  const held = result.type === "Identifier" ? constantValue(code, result) : result;
  const awaited = held && unwrap(held);
  const call = awaited?.type === "AwaitExpression" ? unwrap(awaited.argument) : awaited;
  const target = isCall(call) ? calledFunction(code, call) : undefined;
  const found: { value: Node; facts: Facts }[] = [];
  for (const { value, facts } of (target && returnedValues(code, target)) ?? []) {
    if (!mayStepUp(facts.kinds)) continue;
    const record = value && unwrap(value);
    const property = record?.type === "ObjectExpression" ? propertyValue(code, record, name) : undefined;
    if (!property) return undefined;
    found.push({ value: property, facts });
  }
  return found.length > 0 ? found : undefined;
}

/** A parameter that is a plain name. */
export interface Parameter {
  readonly binding: Binding;
  readonly index: number;
  readonly isRest: boolean;
  /** What it has where nothing is passed. */
  readonly initial?: Node;
}

/** The plain parameters of a function. */
export function parametersOf(code: Code, target: FunctionNode): Parameter[] {
  return paramsOf(target).flatMap((parameter, index) => {
    const isRest = parameter.type === "RestElement";
    const name = isRest ? parameter.argument : parameter.type === "AssignmentPattern" ? parameter.left : parameter;
    const binding = name.type === "Identifier" ? code.bindings.resolve(name) : undefined;
    const initial = parameter.type === "AssignmentPattern" ? parameter.right : undefined;
    return binding ? [{ binding, index, isRest, ...(initial && { initial }) }] : [];
  });
}

/** Where a function is mentioned, and so where it can be called from or handed on. */
export interface Uses {
  readonly mentions: readonly Node[];
  /** Whether these are all: the function is neither exported nor reachable from outside through its class. */
  readonly complete: boolean;
}

/** The uses of a function or a class by its name; undefined for one that has none, whose creation is its use. */
export const usesOf = (code: Code, target: FunctionNode | t.Class): Uses | undefined =>
  code.answers.of(usesOf, target, () => findUses(code, isFunction(target) ? shellOf(code, target) : target));

function findUses(code: Code, target: FunctionNode | t.Class): Uses | undefined {
  if (target.type === "FunctionDeclaration" || target.type === "ClassDeclaration") {
    // From outside: a parameter may bear the function's own name.
    const binding = target.id && code.bindings.lookup(target.id.name, code.tree.parent(target) ?? target);
    return binding ? usesOfBinding(code, binding) : { mentions: [], complete: false };
  }
  if (target.type === "ClassMethod" || target.type === "ClassPrivateMethod") return usesOfMember(code, target);
  const parent = code.tree.parent(target);
  const own = isFunction(target) ? usesByThis(code, target) : undefined;
  if (own) return own;
  const given = isFunction(target) ? calleesOfGiven(code, target) : undefined;
  if (given) return { mentions: given, complete: false };
  if (target.type === "ObjectMethod") return { mentions: [], complete: false };
  if (parent?.type === "ClassProperty" || parent?.type === "ClassPrivateProperty") return usesOfMember(code, parent);
  const binding = variableGiven(code, target);
  return binding && usesOfBinding(code, binding);
}

/** The classes of this file that extend another. */
export function classesBelow(code: Code, owner: t.Class): readonly t.Class[] {
  return (usesOf(code, owner)?.mentions ?? []).flatMap((mention) => {
    const parent = code.tree.parent(mention);
    return parent && isClass(parent) && parent.superClass === mention ? [parent] : [];
  });
}

/** More names for one function than people give. */
const MOST_NAMES = 5;

/** The mentions of a variable; of one that is what another is given, those of the other. */
function usesOfBinding(code: Code, binding: Binding, depth = 0): Uses {
  const references = code.bindings.references(binding);
  if (!references || isExported(code, binding)) return { mentions: references ?? [], complete: false };
  const writes = code.bindings.writes(binding);
  const reads = references.filter((each) => !writes?.includes(each));
  const uses = reads.map((mention) => {
    const other = depth < MOST_NAMES ? variableGiven(code, mention) : undefined;
    return other
      ? usesOfBinding(code, other, depth + 1)
      : (ranWhereGiven(code, mention) ?? { mentions: [mention], complete: !isExportMention(code, mention) });
  });
  return { mentions: uses.flatMap(({ mentions }) => mentions), complete: uses.every(({ complete }) => complete) };
}

/** The callees by which the function of this file runs it to which a mention gives it. */
function ranWhereGiven(code: Code, mention: Node): Uses | undefined {
  const mentions = calleesOfGiven(code, mention);
  return mentions && { mentions, complete: false };
}

/** Whether a declaration carries `export` itself. */
function isExported(code: Code, binding: Binding): boolean {
  let node: Node | undefined = binding.declaration;
  if (node.type === "VariableDeclarator") node = code.tree.parent(node);
  const parent = node && code.tree.parent(node);
  return parent?.type === "ExportNamedDeclaration" || parent?.type === "ExportDefaultDeclaration";
}

/** `export { f }`, `export default f`, `exports.f = f`, `module.exports = { f }`. */
export function isExportMention(code: Code, mention: Node): boolean {
  for (const ancestor of code.tree.ancestors(mention)) {
    if (ancestor.type.startsWith("Export")) return true;
    if (ancestor.type === "AssignmentExpression" && /^(?:module\.)?exports\b/.test(pathOf(code, ancestor.left) ?? "")) {
      return ancestor.right === mention || unwrap(ancestor.right).type === "ObjectExpression";
    }
    if (ancestor.type.endsWith("Statement")) return false;
  }
  return false;
}

type ClassPart = t.ClassMethod | t.ClassPrivateMethod | t.ClassProperty | t.ClassPrivateProperty;

/** A method is known entirely when the language keeps it private: `#name`, or TypeScript's `private`. */
function usesOfMember(code: Code, part: ClassPart): Uses {
  const isComputed = "computed" in part && (part.computed ?? false);
  const name = propertyName(code, part.key, isComputed);
  const owner = code.tree.classAround(part);
  const isPrivate = name?.startsWith("#") || ("accessibility" in part && part.accessibility === "private");
  if (name === undefined || !owner) return { mentions: [], complete: false };
  // Classes above call what this one overrides.
  const owners = isPrivate ? [owner] : [owner, ...classesAbove(code, owner)];
  const found = owners.map((each) => code.bindings.mentions(name, each));
  const isWhole = found.every((each) => each !== undefined);
  const members = isWhole
    ? found
        .flat()
        .map((node) => memberNamed(code, node))
        .filter((member) => member !== undefined)
    : undefined;
  const mentions = members?.flatMap((member) => calleesOfGiven(code, member) ?? [member]);
  const isKnown = mentions !== undefined && isPrivate === true && !escapesByName(code, part, name, owner);
  return { mentions: mentions ?? [], complete: isKnown };
}

/** The mentions of a method of a record or a prototype by its own object: `this.name`. Others may call it too. */
function usesByThis(code: Code, target: FunctionNode): Uses | undefined {
  const name = target.type === "ArrowFunctionExpression" ? undefined : nameOfMethod(code, target);
  const own = thisKey(code, target.body);
  const found = name === undefined ? [] : (code.bindings.mentions(name, code.tree.program) ?? []);
  const members = found.flatMap((node) => memberNamed(code, node) ?? []);
  const mentions = members.filter((each) => isMember(each) && pathOf(code, each.object) === own);
  return mentions.length > 0 ? { mentions, complete: false } : undefined;
}

/** `stepUp` of `{ stepUp() {…} }`, `{ stepUp: function () {…} }`, `Client.prototype.stepUp = function () {…}`. */
function nameOfMethod(code: Code, target: FunctionNode): string | undefined {
  if (target.type === "ObjectMethod") return propertyName(code, target.key, target.computed);
  const parent = code.tree.parent(target);
  if (parent?.type === "ObjectProperty") return propertyName(code, parent.key, parent.computed);
  return parent?.type === "AssignmentExpression" && isMember(parent.left) ? memberName(code, parent.left) : undefined;
}
