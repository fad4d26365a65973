import type * as t from "@babel/types";
import { type Binding, boundNames } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { covers, type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
import { memberNamed } from "./escapes.ts";
import { functionNamed } from "./functions.ts";
import { definedBy } from "./list-uses.ts";
import { partsNamed } from "./parts.ts";
import { destructuredNames } from "./patterns.ts";
import { classGiven, paramsOf, variableGiven } from "./shells.ts";
import { constantValue, isCall, isMember, memberName, pathOf, propertyName, propertyValue, unwrap } from "./syntax.ts";
import { isThis } from "./this.ts";
import { usesOf } from "./uses.ts";

/** More hands than a function goes through in code that people write. */
const MOST_HANDS = 4;

/** A place in what a function of this file is given: a parameter, and the properties that lead on from it. */
export interface Slot {
  readonly taker: FunctionNode;
  readonly index: number;
  readonly names: readonly string[];
}

/**
 * The functions that a callee stands for where it is given to the function around it, or to the constructor of its
 * class: `widen(scope)`, `hooks.onDenied(scope)`, `this.options.onDenied(scope)`. As far as this file gives them.
 */
export function functionsGiven(code: Code, callee: Node, depth = 0): readonly FunctionNode[] {
  const slot = depth < MOST_HANDS ? slotOf(code, callee) : undefined;
  if (!slot) return [];
  return argumentsAt(code, slot).flatMap((argument) => functionsIn(code, argument, slot.names, depth + 1));
}

function slotOf(code: Code, callee: Node): Slot | undefined {
  const names: string[] = [];
  let root = unwrap(callee);
  while (isMember(root)) {
    const name = memberName(code, root);
    if (name === undefined) return undefined;
    names.unshift(name);
    root = unwrap(root.object);
    if (isThis(pathOf(code, root))) return slotOfField(code, root, names);
  }
  const binding = root.type === "Identifier" ? code.bindings.resolve(root) : undefined;
  return binding && slotOfParameter(code, binding, names);
}

function slotOfParameter(code: Code, binding: Binding, names: readonly string[]): Slot | undefined {
  const taker = binding.declaration;
  if (binding.kind !== "parameter" || !isFunction(taker)) return undefined;
  const index = taker.params.findIndex((parameter) => covers(parameter, binding.identifier));
  const pattern = taker.params[index];
  return pattern && { taker, index, names: [...destructuredNames(code, pattern, binding), ...names] };
}

/** Where the constructor gets what it puts into a field, as a parameter property or by an assignment. */
function slotOfField(code: Code, at: Node, [field, ...names]: readonly string[]): Slot | undefined {
  const slot = field === undefined ? undefined : slotOfMade(code, code.tree.classAround(at), field);
  return slot && { ...slot, names: [...slot.names, ...names] };
}

/** Where the constructor of a class gets what it puts into a field. */
export function slotOfMade(code: Code, owner: t.Class | undefined, field: string): Slot | undefined {
  const maker = constructorOf(code, owner);
  if (!maker) return undefined;
  const index = maker.params.findIndex((parameter) => propertyDeclared(parameter) === field);
  if (index >= 0) return { taker: maker, index, names: [] };
  const given = assignedTo(code, maker, field);
  return given && slotOf(code, chosenFirst(given));
}

/** What a constructor assigns to a field. */
export function assignedTo(code: Code, maker: t.ClassMethod, field: string): Node | undefined {
  for (const mention of code.bindings.mentions(field, maker.body) ?? []) {
    const member = memberNamed(code, mention);
    const assignment = member && code.tree.parent(member);
    if (assignment?.type === "AssignmentExpression" && assignment.left === member) return assignment.right;
    const defined = definedBy(code, mention);
    if (defined) return defined;
  }
  return undefined;
}

/** What is taken of `given ?? {}` where it is there. */
function chosenFirst(value: Node): Node {
  const node = unwrap(value);
  return node.type === "LogicalExpression" && node.operator !== "&&" ? node.left : node;
}

export const constructorOf = (code: Code, owner: t.Class | undefined): t.ClassMethod | undefined =>
  (owner ? partsNamed(code, owner, "constructor") : []).find((part) => part.type === "ClassMethod");

/** The field that a parameter of a constructor declares: `constructor(private readonly hooks: Hooks)`. */
function propertyDeclared(parameter: Node): string | undefined {
  if (parameter.type !== "TSParameterProperty") return undefined;
  const name = parameter.parameter.type === "AssignmentPattern" ? parameter.parameter.left : parameter.parameter;
  return name.type === "Identifier" ? name.name : undefined;
}

/** What this file's calls give for a slot's parameter. */
export function argumentsAt(code: Code, { taker, index }: Slot): Node[] {
  const isConstructor = taker.type === "ClassMethod" && taker.kind === "constructor";
  const owner = isConstructor ? code.tree.classAround(taker) : taker;
  // A function called in place is mentioned by being there.
  return (owner ? (usesOf(code, owner)?.mentions ?? [owner]) : []).flatMap((mention) => {
    const call = code.tree.parent(mention);
    const isGiving = (isCall(call) || call?.type === "NewExpression") && call.callee === mention;
    return (isGiving && call.arguments[index]) || [];
  });
}

/** The functions that a value is, or that the given properties of it are. */
function functionsIn(code: Code, value: Node, names: readonly string[], depth: number): readonly FunctionNode[] {
  const node = bound(code, value);
  const [name, ...rest] = names;
  if (name === undefined) {
    const own = functionNamed(code, node);
    return own ? [own] : functionsGiven(code, node, depth);
  }
  if (depth > MOST_HANDS) return [];
  const record = recordOf(code, node);
  if (!record) {
    const owner = node.type === "NewExpression" ? classGiven(code, node.callee) : undefined;
    const method = owner && partsNamed(code, owner, name).find((part) => part.type === "ClassMethod");
    if (method?.type === "ClassMethod") return rest.length === 0 ? [method] : [];
    const slot = slotOf(code, node);
    const given = slot ? argumentsAt(code, slot) : [];
    return given.flatMap((each) => functionsIn(code, each, [...(slot?.names ?? []), ...names], depth + 1));
  }
  const part = partsNamed(code, record, name).at(-1);
  if (part?.type === "ObjectMethod") return rest.length === 0 ? [part] : [];
  const held = propertyValue(code, record, name);
  return held ? functionsIn(code, held, rest, depth + 1) : [];
}

/** `this.signIn` of `this.signIn.bind(this)`. */
function bound(code: Code, value: Node): Node {
  const node = unwrap(value);
  const callee = isCall(node) ? unwrap(node.callee) : undefined;
  return callee && isMember(callee) && memberName(code, callee) === "bind" ? unwrap(callee.object) : node;
}

function recordOf(code: Code, node: Node): t.ObjectExpression | undefined {
  const held = node.type === "Identifier" ? constantValue(code, node) : node;
  const record = held && unwrap(held);
  return record?.type === "ObjectExpression" ? record : undefined;
}

/**
 * The callees by which a function runs to which it is given, alone or in a record; undefined where it is not given to a
 * function of this file, or that does something else with it.
 *
 * @param given the function, or a mention of it
 */
export const calleesOfGiven = (code: Code, given: Node): readonly Node[] | undefined => calleesOf(code, given, [], 0);

function calleesOf(code: Code, given: Node, within: readonly string[], depth: number): readonly Node[] | undefined {
  if (depth > MOST_HANDS) return undefined;
  const names = [...within];
  let node = given;
  for (let parent = code.tree.parent(node); parent; parent = code.tree.parent(node)) {
    if (isCall(parent) || parent.type === "NewExpression") {
      const index = parent.arguments.findIndex((argument) => argument.start === node.start);
      if (index < 0) return undefined;
      const owner = parent.type === "NewExpression" ? classGiven(code, parent.callee) : undefined;
      const taker = owner ? constructorOf(code, owner) : functionNamed(code, parent.callee);
      return taker && calleesWithin(code, taker, index, names, depth);
    }
    const applied = isMember(parent) && parent.object === node ? code.tree.parent(parent) : undefined;
    if (isMember(parent) && isCall(applied) && memberName(code, parent) === "bind") node = applied;
    else if (parent.type === "ObjectProperty" && parent.value === node) {
      const name = propertyName(code, parent.key, parent.computed);
      if (name === undefined) return undefined;
      names.unshift(name);
      node = parent;
    } else if (parent.type === "ObjectExpression") {
      if (node.type === "ObjectMethod") names.unshift(propertyName(code, node.key, node.computed) ?? "");
      node = parent;
    } else if (unwrap(parent) === unwrap(node)) node = parent;
    else return names.length > 0 ? calleesOfRecord(code, node, names, depth) : undefined;
  }
  return undefined;
}

/** The callees that a property of a record stands for that a constant holds: `const hooks = { onDenied }`. */
function calleesOfRecord(code: Code, record: Node, names: readonly string[], depth: number) {
  const binding = variableGiven(code, record);
  const references = binding && code.bindings.writes(binding)?.length === 0 && code.bindings.references(binding);
  return references ? eachOf(references, (reference) => calleesOf(code, reference, names, depth + 1)) : undefined;
}

/** All that some places lead to; undefined where one leads nowhere that is known. */
function eachOf(places: readonly Node[], lead: (place: Node) => readonly Node[] | undefined) {
  const found: Node[] = [];
  for (const place of places) {
    const callees = lead(place);
    if (!callees) return undefined;
    found.push(...callees);
  }
  return found.length > 0 ? found : undefined;
}

/** The callees in a function, or in the class that it makes, that stand for a property of a parameter of it. */
function calleesWithin(
  code: Code,
  taker: FunctionNode,
  index: number,
  names: readonly string[],
  depth: number,
): readonly Node[] | undefined {
  const parameter = paramsOf(taker)[index];
  const field = parameter && propertyDeclared(parameter);
  const owner = code.tree.classAround(taker);
  if (field !== undefined && owner) return calleesOfField(code, owner, field, names, depth);
  const mentions = namesOf(code, parameter)
    .filter(({ path }) => path.every((name, at) => name === names[at]))
    .flatMap(({ binding, path }) =>
      (code.bindings.references(binding) ?? []).map((reference) => ({ reference, rest: names.slice(path.length) })),
    );
  const restOf = new Map(mentions.map(({ reference, rest }) => [reference as Node, rest]));
  return eachOf([...restOf.keys()], (reference) => calleesAt(code, reference, restOf.get(reference) ?? [], depth));
}

/** The names that a parameter declares, with the properties of it that they are. */
function namesOf(code: Code, parameter: Node | undefined): { binding: Binding; path: readonly string[] }[] {
  return (parameter ? boundNames(parameter) : []).flatMap((identifier) => {
    const binding = code.bindings.resolve(identifier);
    return binding ? [{ binding, path: destructuredNames(code, parameter, binding) }] : [];
  });
}

function calleesOfField(code: Code, owner: t.Class, field: string, names: readonly string[], depth: number) {
  const members = (code.bindings.mentions(field, owner) ?? []).flatMap((mention) => {
    const member = memberNamed(code, mention);
    const isOwn = member && isMember(member) && isThis(pathOf(code, member.object));
    return isOwn && !isAssigned(code, member) ? [member] : [];
  });
  return eachOf(members, (member) => calleesAt(code, member, names, depth));
}

function isAssigned(code: Code, member: Node): boolean {
  const assignment = code.tree.parent(member);
  return assignment?.type === "AssignmentExpression" && assignment.left === member;
}

/** The callee that a mention of a record or a function is, leads to by the names, or is handed on to. */
function calleesAt(code: Code, mention: Node, names: readonly string[], depth: number): readonly Node[] | undefined {
  let node = mention;
  for (const [index, name] of names.entries()) {
    const member = code.tree.parent(node);
    if (!member || !isMember(member) || member.object !== node) return keptIn(code, node, names.slice(index), depth);
    if (memberName(code, member) !== name) return [];
    node = member;
  }
  const call = code.tree.parent(node);
  if (isCall(call) && call.callee === node) return [node];
  return isTested(call, node) ? [] : (keptIn(code, node, [], depth) ?? calleesOf(code, node, [], depth + 1));
}

/** The callees of a field into which a mention is put: `this.hooks = hooks`. */
function keptIn(code: Code, mention: Node, names: readonly string[], depth: number): readonly Node[] | undefined {
  const assignment = code.tree.parent(mention);
  if (assignment?.type !== "AssignmentExpression" || assignment.right !== mention) return undefined;
  const field = isMember(assignment.left) ? memberName(code, assignment.left) : undefined;
  const owner = code.tree.classAround(mention);
  return field !== undefined && owner && depth < MOST_HANDS
    ? calleesOfField(code, owner, field, names, depth + 1)
    : undefined;
}

/** Whether a mention only looks whether something is there. */
const isTested = (parent: Node | undefined, node: Node): boolean =>
  (parent?.type === "IfStatement" && parent.test === node) ||
  (parent?.type === "LogicalExpression" && parent.left === node) ||
  parent?.type === "UnaryExpression" ||
  parent?.type === "BinaryExpression";
