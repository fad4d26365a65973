import type { Code } from "../parse/code.ts";
import { endOf, isFunction, type Node, startOf } from "../parse/tree.ts";
import type { Test } from "./facts.ts";
import { originOf } from "./origins.ts";
import { isCall, isMember, unwrap } from "./syntax.ts";

/**
 * Whether a challenge is read anew after its error code was tested, from a variable that has got another response
 * since: `response = await fetch(url); this._scope = parse(response).scope`.
 */
export function isReadAgain(code: Code, value: Node, tests: readonly Test[]): boolean {
  const read = readingOf(code, value);
  const ends = tests
    .filter(({ ofErrorCode, kind }) => ofErrorCode && kind !== "callers")
    .map(({ node }) => endOf(node));
  const first = ends.length > 0 ? Math.min(...ends) : undefined;
  if (!read || first === undefined) return false;
  let found = false;
  code.tree.walk(read, (node) => {
    if (found || isFunction(node)) return false;
    const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
    const writes = (binding && code.bindings.writes(binding)) ?? [];
    found = writes.some((write) => startOf(write) >= first && startOf(write) < startOf(read));
    return !found;
  });
  return found;
}

/** Whether the tests speak of one of several, and the value is not known to come from that one. */
export function isOfAnotherElement(code: Code, value: Node, tests: readonly Test[]): boolean {
  const found = tests.filter(({ belongsTo }) => belongsTo);
  if (found.length === 0 || found.length < tests.filter(({ ofErrorCode }) => ofErrorCode).length) return false;
  const { own, given } = originOf(code, value);
  return !found.some(({ belongsTo }) => belongsTo?.some((source) => own.has(source) || given.has(source)));
}

/** Where the record that a value is part of is made. */
function readingOf(code: Code, value: Node): Node | undefined {
  let root = unwrap(value);
  while (isMember(root)) root = unwrap(root.object);
  if (isCall(root) || root.type === "AwaitExpression") return root;
  if (root.type !== "Identifier") return undefined;
  const binding = code.bindings.resolve(root);
  const declaration = binding?.declaration;
  const init = declaration?.type === "VariableDeclarator" ? declaration.init : undefined;
  return init ?? undefined;
}
