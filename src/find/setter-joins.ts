import type { Code } from "../parse/code.ts";
import type { FunctionNode, Node } from "../parse/tree.ts";
import { getterOf, setterOf } from "./accessors.ts";
import { KEEPING } from "./alternatives.ts";
import { calledFunction } from "./functions.ts";
import { methodOf, putsElement } from "./library/lookup.ts";
import { originOf } from "./origins.ts";
import { sinkPath } from "./sink-use.ts";
import { isCall, isMember, memberName, pathOf, unwrap } from "./syntax.ts";
import { isThisMember } from "./this.ts";
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
  return found || adds(code, setter, getterOf(code, target));
}

/**
 * Whether a setter adds each scope that it is given to those that a field holds, and empties that nowhere:
 * `for (const each of next.split(" ")) this.#all.add(each)`.
 */
export function adds(code: Code, setter: FunctionNode, getter: FunctionNode | undefined, depth = 0): boolean {
  const [given] = setter.params;
  const name = given?.type === "AssignmentPattern" ? given.left : given;
  const binding = name?.type === "Identifier" ? code.bindings.resolve(name) : undefined;
  if (!binding) return false;
  const comesFromIt = (value: Node) => {
    const { own, given: passed } = originOf(code, value);
    return own.has(binding.id) || passed.has(binding.id);
  };
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
  return isAddedElsewhere || [...grown].some((path) => isThisMember(path) && !replaced.has(path) && isRead(path));
}

/** A key for a field, also where a compiler made a function read it: `__privateGet(this, _all)`. */
function keyOf(code: Code, expression: Node): string {
  const node = unwrap(expression);
  const [owner, name] = isCall(node) ? node.arguments : [];
  if (owner?.type === "ThisExpression" && name?.type === "Identifier") return `this.${name.name}`;
  return pathOf(code, node) ?? "";
}

function reads(code: Code, getter: FunctionNode, path: string): boolean {
  let found = false;
  code.tree.walk(getter.body, (node) => {
    found ||= (isMember(node) || isCall(node)) && keyOf(code, node) === path;
    return !found;
  });
  return found;
}
