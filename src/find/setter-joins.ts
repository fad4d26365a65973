import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import { covers, type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
import { getterOf, setterOf } from "./accessors.ts";
import { KEEPING } from "./alternatives.ts";
import { calledFunction } from "./functions.ts";
import { methodOf, putsElement } from "./library/lookup.ts";
import { originOf } from "./origins.ts";
import { sinkPath } from "./sink-use.ts";
import { type Call, isCall, isMember, memberName, pathOf, unwrap } from "./syntax.ts";
import { isThisMember } from "./this.ts";
import { methodsShown } from "./uses.ts";
import { alternativesOf } from "./values.ts";
import { keepsValue, writtenAt } from "./written.ts";

/** Whether a sink is a setter of this file that joins what it is given with what it keeps. */
export function setterJoins(code: Code, target: Node): boolean {
  const setter = setterOf(code, target);
  const given = setter?.params[0];
  const binding = given?.type === "Identifier" ? code.bindings.resolve(given) : undefined;
  if (!setter || !binding) return false;
  const challenge = { own: new Set([binding.id]), given: new Set([binding.id]) };
  let found = false;
  code.tree.walkOwn(setter.body, (node) => {
    const written = found ? undefined : writtenAt(code, node);
    if (!written || !keepsValue(written.kind)) return !found;
    const origin = originOf(code, written.value);
    if (!origin.own.has(binding.id) && !origin.given.has(binding.id)) return true;
    const values = alternativesOf({ code, sink: sinkPath(code, written), challenge, keeping: [] }, written.value);
    found = values.length > 0 && values.every(({ parts }) => (parts & KEEPING) !== 0);
    return !found;
  });
  return found || (outlives(code, target) && adds(code, setter, getterOf(code, target)));
}

/** Whether the object of a setter is not made anew by each run of the function that assigns to it. */
function outlives(code: Code, target: Node): boolean {
  const member = unwrap(target);
  const object = isMember(member) ? unwrap(member.object) : undefined;
  const binding = object?.type === "Identifier" ? code.bindings.resolve(object) : undefined;
  return !binding || code.tree.functionAround(binding.identifier) !== code.tree.functionAround(target);
}

/**
 * Whether a call runs a method of another class of this file that does nothing with a scope but add it to a field of
 * its object, which no code of the file empties: `this.wanted.apply(scope)`.
 */
export function methodJoins(code: Code, call: Call | t.NewExpression): boolean {
  const run = call.arguments.length === 1 ? methodsShown(code, call.callee) : [];
  return run.length > 0 && run.every((method) => adds(code, method, undefined) && onlyGrows(code, method));
}

function onlyGrows(code: Code, method: FunctionNode): boolean {
  const comesFromIt = isGivenTo(code, method);
  if (!comesFromIt) return false;
  const grown = new Set<string>();
  let isOtherwise = false;
  code.tree.walk(method.body, (node) => {
    if (node.type === "AssignmentExpression" || node.type === "ReturnStatement") {
      const value = node.type === "ReturnStatement" ? node.argument : node.right;
      isOtherwise ||= value != null && comesFromIt(value);
    }
    if (!isCall(node)) return undefined;
    const callee = unwrap(node.callee);
    const isPut = isMember(callee) && putsElement(methodOf(code, callee));
    if (isPut) grown.add(keyOf(code, callee.object));
    isOtherwise ||= !isPut && node.arguments.some((each) => !isFunction(each) && comesFromIt(each));
    return undefined;
  });
  return !isOtherwise && grown.size > 0 && !isLessened(code, grown);
}

/** Whether the file empties or replaces what goes by some keys, of whatever object; constructors make it. */
function isLessened(code: Code, keys: ReadonlySet<string>): boolean {
  const names = new Set([...keys].map(lastOf));
  const isOne = (expression: Node) => names.has(lastOf(keyOf(code, expression)));
  let found = false;
  code.tree.walk(code.tree.program, (node) => {
    if (node.type === "ClassMethod" && node.kind === "constructor") return false;
    if (node.type === "AssignmentExpression") found ||= isOne(node.left);
    const callee = isCall(node) ? unwrap(node.callee) : undefined;
    const changes = isMember(callee) ? methodOf(code, callee)?.changes : undefined;
    if (isMember(callee) && changes && changes !== "grows") found ||= isOne(callee.object);
    return !found;
  });
  return found;
}

const lastOf = (key: string): string => key.split(".").at(-1) ?? key;

/** What tells whether a value comes from the first parameter of a function. */
function isGivenTo(code: Code, target: FunctionNode): ((value: Node) => boolean) | undefined {
  const [given] = target.params;
  const name = given?.type === "AssignmentPattern" ? given.left : given;
  const binding = name?.type === "Identifier" ? code.bindings.resolve(name) : undefined;
  return (
    binding &&
    ((value) => {
      const { own, given: passed } = originOf(code, value);
      return own.has(binding.id) || passed.has(binding.id);
    })
  );
}

/**
 * Whether a setter adds each scope that it is given to those that a field holds, and empties that nowhere:
 * `for (const each of next.split(" ")) this.#all.add(each)`.
 */
export function adds(code: Code, setter: FunctionNode, getter: FunctionNode | undefined, depth = 0): boolean {
  const comesFromIt = isGivenTo(code, setter);
  if (!comesFromIt) return false;
  const grown = new Set<string>();
  const replaced = new Set<string>();
  let isAddedElsewhere = false;
  code.tree.walk(setter.body, (node) => {
    if (node.type === "AssignmentExpression") replaced.add(keyOf(code, node.left));
    if (!isCall(node)) return undefined;
    const [first, receiver] = node.arguments;
    const callee = unwrap(node.callee);
    const method = isMember(callee) ? memberName(code, callee) : undefined;
    if (isMember(callee) && method === "clear") replaced.add(keyOf(code, callee.object));
    if (isMember(callee) && putsElement(methodOf(code, callee)) && node.arguments.some(comesFromIt))
      grown.add(keyOf(code, callee.object));
    // `next.split(" ").forEach(this.#all.add, this.#all)`
    if (isMember(callee) && method === "forEach" && receiver && first && isMember(first) && comesFromIt(callee.object))
      if (putsElement(methodOf(code, first))) grown.add(keyOf(code, receiver));
    const target =
      depth < 2 && node.arguments.length === 1 && first && comesFromIt(first) && calledFunction(code, node);
    if (target) isAddedElsewhere ||= adds(code, target, getter, depth + 1);
    return undefined;
  });
  const isRead = (path: string) => !getter || reads(code, getter, path);
  // A getter and a setter of an object literal may share a constant: `const names = new Set()`.
  const isShared = (path: string) => getter?.type === "ObjectMethod" && !isLessened(code, new Set([path]));
  const isKept = (path: string) => isThisMember(path) || (!isWithin(code, setter, path) && isShared(path));
  return isAddedElsewhere || [...grown].some((path) => isKept(path) && !replaced.has(path) && isRead(path));
}

/** A key for a field, also where a compiler made a function read it: `__privateGet(this, _all)`. */
function keyOf(code: Code, expression: Node): string {
  const node = unwrap(expression);
  const [owner, name] = isCall(node) ? node.arguments : [];
  if (owner?.type === "ThisExpression" && name?.type === "Identifier") return `this.${name.name}`;
  return pathOf(code, node) ?? "";
}

/** Whether a function declares the variable that has a path. */
function isWithin(code: Code, setter: FunctionNode, path: string): boolean {
  let found = false;
  code.tree.walk(setter, (node) => {
    found ||=
      node.type === "Identifier" && code.bindings.resolve(node)?.id === path && isDeclaredIn(code, setter, node);
    return !found;
  });
  return found;
}

function isDeclaredIn(code: Code, setter: FunctionNode, name: t.Identifier): boolean {
  const binding = code.bindings.resolve(name);
  return binding !== undefined && covers(setter, binding.identifier);
}

function reads(code: Code, getter: FunctionNode, path: string): boolean {
  let found = false;
  code.tree.walk(getter.body, (node) => {
    found ||= (isMember(node) || isCall(node) || node.type === "Identifier") && keyOf(code, node) === path;
    return !found;
  });
  return found;
}
