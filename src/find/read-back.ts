import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { KEEPING_METHOD } from "../rules/names.ts";
import { originOf } from "./origins.ts";
import { requestUseOf } from "./request-use.ts";
import { type Call, isMember, memberName, pathOf, unwrap } from "./syntax.ts";

/**
 * Whether a value is given to an object to keep, and a request's scope is read from that object later: an entry of a
 * `Map`, a store. What is itself made of what the object keeps is no replacement.
 */
export function isReadBack(code: Code, call: Call | t.NewExpression, value: Node): boolean {
  const callee = unwrap(call.callee);
  if (!isMember(callee) || !KEEPING_METHOD.test(memberName(code, callee) ?? "")) return false;
  const receiver = unwrap(callee.object);
  const path = pathOf(code, receiver);
  const name = isMember(receiver)
    ? memberName(code, receiver)
    : receiver.type === "Identifier"
      ? receiver.name
      : undefined;
  if (path === undefined || name === undefined) return false;
  const { own, given } = originOf(code, value);
  if (own.has(path) || given.has(path)) return false;
  const binding = receiver.type === "Identifier" ? code.bindings.resolve(receiver) : undefined;
  const within = binding?.scope ?? code.tree.classAround(call) ?? code.tree.program;
  return requestUseOf(code, path, name, within) === "request";
}
