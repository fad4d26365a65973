import type * as t from "@babel/types";
import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
import { factsWithin } from "./dominance.ts";
import type { Facts } from "./facts.ts";
import { classMade } from "./made-class.ts";
import { partsNamed } from "./parts.ts";
import { assignmentAround } from "./patterns.ts";
import { classGiven, coreOf, functionGiven, paramsOf } from "./shells.ts";
import {
  type Call,
  constantValue,
  declaredWith,
  isMember,
  memberName,
  pathOf,
  propertyName,
  unwrap,
} from "./syntax.ts";
import { isThis } from "./this.ts";

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
  const owner = classMade(code, object) ?? classGiven(code, object);
  if (owner) return methodOf(code, owner, name);
  if (object.type !== "Identifier") return undefined;
  const record = constantValue(code, object);
  return record?.type === "ObjectExpression" ? methodOfRecord(code, record, name) : undefined;
}

/** The functions of this file of which a variable holds one, first or later. */
export function functionsHeld(code: Code, name: t.Identifier): readonly FunctionNode[] {
  const binding = code.bindings.resolve(name);
  if (binding?.kind !== "variable") return [];
  const written = (code.bindings.writes(binding) ?? []).map((write) => assignmentAround(code, write)?.right);
  return [declaredWith(binding), ...written].flatMap((value) => asFunction(value) ?? []);
}

function asFunction(node: Node | undefined): FunctionNode | undefined {
  const value = node && unwrap(node);
  return isFunction(value) ? value : undefined;
}

export function methodOf(code: Code, owner: t.Class, name: string): FunctionNode | undefined {
  for (const part of partsNamed(code, owner, name)) {
    if (part.type === "ClassProperty" || part.type === "ClassPrivateProperty")
      return asFunction(part.value ?? undefined);
    if ((part.type === "ClassMethod" || part.type === "ClassPrivateMethod") && part.kind === "method") return part;
  }
  return undefined;
}

/** More classes above each other than people write. */
export const MOST_CLASSES = 5;

/** A method of the classes of this file above another. */
export function inheritedMethod(code: Code, owner: t.Class, name: string): FunctionNode | undefined {
  for (const above of classesAbove(code, owner)) {
    const method = methodOf(code, above, name);
    if (method) return method;
  }
  return undefined;
}

/** The classes of this file above another, the nearest first. */
export function classesAbove(code: Code, owner: t.Class): t.Class[] {
  const found: t.Class[] = [];
  for (let above = classGiven(code, owner.superClass); above; above = classGiven(code, above.superClass)) {
    if (found.length === MOST_CLASSES || found.includes(above)) break;
    found.push(above);
  }
  return found;
}

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

/** More than are followed. */
const MOST_RETURNS = 12;

/** Everything a function returns; undefined where it is too much to follow. */
export function returnedValues(code: Code, target: FunctionNode): readonly Returned[] | undefined {
  if (target.body.type !== "BlockStatement")
    return [{ value: target.body, facts: factsWithin(code, target.body, target) }];
  const returns = code.tree.own(target.body, "ReturnStatement");
  if (returns.length > MOST_RETURNS) return undefined;
  return returns.map((node) => ({
    value: node.argument ?? undefined,
    facts: factsWithin(code, node, target),
  }));
}

/** What the function of the file may give that a call runs. */
export function valuesOfCalled(code: Code, call: Call): readonly (Node | undefined)[] {
  const target = calledFunction(code, call);
  return ((target && returnedValues(code, coreOf(target))) ?? []).map(({ value }) => value);
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
