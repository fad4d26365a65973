import type { Code } from "../parse/code.ts";
import { endOf, isFunction, type Node, startOf } from "../parse/tree.ts";
import type { Test } from "./facts.ts";
import { originOf } from "./origins.ts";
import { isCall, isMember, memberName, unwrap } from "./syntax.ts";

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

/** Whether the tests speak of one element that was looked for in a list, and the value comes from the list otherwise. */
export function isOfAnotherElement(code: Code, value: Node, tests: readonly Test[]): boolean {
  const found = tests.filter((test) => test.subject && isLookup(code, test.subject));
  if (found.length === 0 || found.length < tests.filter(({ ofErrorCode }) => ofErrorCode).length) return false;
  const { own } = originOf(code, value);
  return !found.some(({ subject }) => subject && [...originOf(code, subject).own].some((source) => own.has(source)));
}

function isLookup(code: Code, subject: Node): boolean {
  const call = unwrap(subject);
  return isCall(call) && isMember(call.callee) && /^find(?:Last)?$/.test(memberName(code, call.callee) ?? "");
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
