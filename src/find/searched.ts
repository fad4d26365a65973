import type { Code } from "../parse/code.ts";
import { covers, type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
import { isMember, pathOf, unwrap } from "./syntax.ts";
import { isThisMember } from "./this.ts";

/** Where what reads a place is looked for: the scope of its variable, the function or the class around it. */
export function searchedFor(code: Code, place: Node): Node {
  const node = unwrap(place);
  const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  if (binding) return binding.scope;
  const within = code.tree.classAround(place) ?? code.tree.program;
  // Another name for `this`, as compilers give it, is known in its function alone, and the field is not.
  if (isThisMember(pathOf(code, place))) return within;
  const owner = functionOf(code, place);
  return owner && covers(within, owner) ? owner : within;
}

/** The function without which a place is not: its root is a variable of it. A `var` is known in all of a function. */
export function functionOf(code: Code, place: Node): FunctionNode | undefined {
  let root = unwrap(place);
  while (isMember(root)) root = unwrap(root.object);
  const scope = root.type === "Identifier" ? code.bindings.resolve(root)?.scope : undefined;
  return isFunction(scope) ? scope : scope && code.tree.functionAround(scope);
}
