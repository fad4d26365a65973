import type * as t from "@babel/types";
import { authorizationCalls } from "../../find/authorization.ts";
import { copiesRecords } from "../../find/calls.ts";
import type { Candidate } from "../../find/find.ts";
import { calledFunction, returnedValues } from "../../find/functions.ts";
import { libraryOf } from "../../find/library/lookup.ts";
import { partsNamed } from "../../find/parts.ts";
import { destructuredNames } from "../../find/patterns.ts";
import { expressionNamed } from "../../find/request-use.ts";
import { classGiven, isClass, variableGiven } from "../../find/shells.ts";
import { valuesOfVariable } from "../../find/stored.ts";
import { valuesUnderSymbol } from "../../find/symbols.ts";
import {
  constantText,
  constantValue,
  isCall,
  isMember,
  isNothing,
  memberName,
  pathOf,
  propertyName,
  propertyValue,
  unwrap,
} from "../../find/syntax.ts";
import { keyOfObject, thisKey } from "../../find/this.ts";
import { argumentsFor } from "../../find/uses.ts";
import type { Binding } from "../../parse/bindings.ts";
import type { Code } from "../../parse/code.ts";
import { covers, isFunction, type Node } from "../../parse/tree.ts";
import { keepingCall } from "./components.ts";
import { rootOf } from "./frames.ts";

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
  const path = holder ? pathOf(code, holder) : memory.path?.slice(0, memory.path.lastIndexOf("."));
  if (!record || path === undefined || (path.includes("[") && !valuesUnderSymbol(code, record))) return undefined;
  const isReplaced = holder !== undefined && code.tree.parent(holder)?.type === "AssignmentExpression";
  if (isReplaced || asked.some((each) => `${pathOf(code, each)}.`.startsWith(`${path}.`))) return undefined;
  const lenders = new Set(asked.map((each) => rootOf(code, each)));
  return isAskedWhole(code, memory, path) || isOwn({ code, lenders }, record, []) ? undefined : record;
}

/** What is asked of a record. */
interface Question {
  readonly code: Code;
  /** The variables on which what is asked hangs: what is looked up together belongs together. */
  readonly lenders: ReadonlySet<Binding | undefined>;
}

/**
 * Whether what a place holds under some names was made for the object or the run that it hangs on. What hangs on a
 * module or on a class lives as long as that, which is asked elsewhere.
 */
function isOwn(question: Question, place: Node, names: readonly string[], depth = 0): boolean {
  const { code } = question;
  const node = unwrap(place);
  if (depth > MOST_STEPS) return false;
  if (isMember(node)) {
    const given = valuesUnderSymbol(code, node);
    if (given) return given.every((value) => isFresh(code, value, names, depth));
    const name = memberName(code, node);
    return name !== undefined && isOwn(question, node.object, [name, ...names], depth + 1);
  }
  if (node.type === "ThisExpression") return isOwnField(code, node, names);
  const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  return !binding || isOwnName(question, binding, names, depth);
}

function isOwnField(code: Code, self: Node, [field, ...names]: readonly string[]): boolean {
  const owner = code.tree.classAround(self);
  if (field === undefined) return true;
  if (!owner) return !isOfPrototype(code, thisKey(code, self), field);
  return valuesGiven(code, owner, field)?.every((value) => isFresh(code, value, names, 0)) ?? false;
}

/** Whether a field hangs on the prototype on which the methods hang that know it by a `this`: all that it is of share it. */
const isOfPrototype = (code: Code, key: string, field: string): boolean =>
  code.answers.of(isOfPrototype, `${key}.${field}`, () =>
    (code.bindings.mentions(field, code.tree.program) ?? []).some((mention) => {
      const place = expressionNamed(code, mention);
      const parent = code.tree.parent(place ?? mention);
      if (isMember(place) && parent?.type === "AssignmentExpression" && parent.left === place)
        return key === keyOfObject(code, place.object) && isPrototype(code, place.object);
      const record = parent?.type === "ObjectProperty" && parent.key === mention ? code.tree.parent(parent) : undefined;
      return record?.type === "ObjectExpression" && key === `this@${record.start}` && isShared(code, record);
    }),
  );

const isPrototype = (code: Code, object: Node): boolean => {
  const node = (object.type === "Identifier" && constantValue(code, object)) || object;
  return isMember(node) && memberName(code, node) === "prototype";
};

/** Whether a record is a prototype, or is copied to other objects: by itself or by its name. */
function isShared(code: Code, record: Node): boolean {
  const binding = variableGiven(code, record);
  return [record, ...((binding && code.bindings.references(binding)) ?? [])].some((each) => {
    const parent = code.tree.parent(each);
    if (parent?.type === "AssignmentExpression") return parent.right === each && isPrototype(code, parent.left);
    if (parent?.type === "ObjectProperty") return propertyName(code, parent.key, parent.computed) === "__proto__";
    return (
      parent?.type === "SpreadElement" ||
      (isCall(parent) && /^(?:Object|Reflect)\./.test(pathOf(code, parent.callee) ?? ""))
    );
  });
}

function isOwnName(question: Question, binding: Binding, names: readonly string[], depth: number): boolean {
  const { code, lenders } = question;
  const { declaration, identifier, kind } = binding;
  const fresh = (value: Node, under = names) => isFresh(code, value, under, depth + 1);
  if (kind === "parameter") {
    const pattern = code.tree.parent(identifier);
    if (pattern?.type === "AssignmentPattern") return fresh(pattern.right);
    return [...lenders].some((each) => each?.scope === binding.scope) && !isGivenToSeveral(code, binding);
  }
  if (kind !== "variable" || declaration.type !== "VariableDeclarator") return true;
  const kept = keepingCall(code, binding);
  if (kept) return kept.arguments.slice(0, 1).every((first) => isFunction(first) || fresh(first));
  const { id } = declaration;
  const path = [...destructuredNames(code, id, binding), ...names];
  if (id.type !== "Identifier" && path.length === names.length) return false;
  const values = valuesOfVariable(code, binding) ?? [];
  return (
    values.length > 0 &&
    values.every((value) => {
      const node = unwrap(value);
      if (isMember(node) || /^(?:Identifier|ThisExpression)$/.test(node.type))
        return isOwn(question, node, path, depth + 1);
      return isClass(node) || fresh(node, path) || (isLookUp(code, node) && lenders.has(binding));
    })
  );
}

/**
 * Whether several calls of a function are given the same record for a parameter: by their text, or as what is made outside
 * of the function that calls, such as `servers.map((server) => toolkit({ memory, ...server }))`.
 */
function isGivenToSeveral(code: Code, binding: Binding): boolean {
  const { declaration } = binding;
  const at = isFunction(declaration) ? declaration.params.find((each) => covers(each, binding.identifier)) : undefined;
  const [part, ...deeper] = destructuredNames(code, at, binding);
  if (!at || deeper.length > 0) return false;
  const seen = new Set<string>();
  return argumentsFor(code, declaration, binding).some((argument) => {
    const value = part === undefined ? argument : valueUnder(code, argument, part);
    const path = value && pathOf(code, value);
    const root = value && rootOf(code, value);
    if (path === undefined || root?.kind !== "variable") return false;
    const isOfMore = code.tree.functionAround(root.identifier) !== code.tree.functionAround(argument);
    const isTwice = seen.has(path);
    seen.add(path);
    return isOfMore || isTwice;
  });
}

/** What a record is given under a name, whatever is spread behind it. */
function valueUnder(code: Code, expression: Node, name: string): Node | undefined {
  const record = unwrap(expression);
  if (isCall(record) && copiesRecords(code, record))
    return record.arguments.map((each) => valueUnder(code, each, name)).find((each) => each);
  const parts = record.type === "ObjectExpression" ? record.properties : [];
  const found = parts.find(
    (each) => each.type === "ObjectProperty" && propertyName(code, each.key, each.computed) === name,
  );
  return found?.type === "ObjectProperty" ? found.value : undefined;
}

/** Whether a value is got by a function that is not read. */
function isLookUp(code: Code, value: Node): boolean {
  const node = value.type === "AwaitExpression" ? unwrap(value.argument) : value;
  return isCall(node) && !calledFunction(code, node);
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
export const valuesGiven = (code: Code, owner: t.Class, field: string): readonly Node[] | undefined =>
  code.answers.ofBoth(valuesGiven, owner, field, () => findValues(code, owner, field));

function findValues(code: Code, owner: t.Class, field: string): readonly Node[] | undefined {
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

/** Whether a value is a record that was just made. */
export const isMadeAnew = (code: Code, value: Node): boolean => isFresh(code, value, [], 0);

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
      // A proxy stands for another object, and does with it what it likes.
      return pathOf(code, node.callee) !== "Proxy" && (names.length === 0 || isMadeFresh(code, node, names, depth));
    case "LogicalExpression":
      return next(node.left) && next(node.right);
    case "ConditionalExpression":
      return next(node.consequent) && next(node.alternate);
    // A text is no record that others could hold.
    case "StringLiteral":
    case "TemplateLiteral":
      return true;
    default: {
      if (!isCall(node)) return false;
      if (libraryOf(code, node.callee)?.makes === "cell")
        return node.arguments.every((held) => isFresh(code, held, names.slice(1), depth + 1));
      if (pathOf(code, node.callee) === "structuredClone") return true;
      const target = calledFunction(code, node);
      const given = target && returnedValues(code, target);
      return (
        given !== undefined && given.length > 0 && given.every(({ value: each }) => each !== undefined && next(each))
      );
    }
  }
}

/** Whether an object of a class of the file holds what was made with it under some names. */
function isMadeFresh(
  code: Code,
  made: t.NewExpression,
  [name = "", ...rest]: readonly string[],
  depth: number,
): boolean {
  const owner = classGiven(code, made.callee);
  const values = owner && valuesGiven(code, owner, name);
  return depth < MOST_STEPS && (values?.every((value) => isFresh(code, value, rest, depth + 1)) ?? false);
}
