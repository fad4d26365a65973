import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { type Call, initialValue, isCall, isMember, memberName, unwrap } from "./syntax.ts";

/** The value of a variable that is given one only: where it is declared, or later, as compilers give theirs. */
export function onlyValue(code: Code, identifier: t.Identifier): Node | undefined {
  const binding = code.bindings.resolve(identifier);
  return binding && (initialValue(code, binding) ?? laterValue(code, identifier));
}

/** What the only assignment to a variable gives it that is declared without a value. */
function laterValue(code: Code, identifier: t.Identifier): Node | undefined {
  const binding = code.bindings.resolve(identifier);
  const declarator = binding?.declaration;
  if (declarator?.type !== "VariableDeclarator" || declarator.id !== binding?.identifier || declarator.init)
    return undefined;
  const [write, ...others] = code.bindings.writes(binding) ?? [];
  const parent = write && code.tree.parent(write);
  const isGiven = parent?.type === "AssignmentExpression" && parent.left === write && parent.operator === "=";
  return isGiven && others.length === 0 ? parent.right : undefined;
}

/** A call as it was written. */
export interface WrittenCall {
  readonly callee: Node;
  readonly given: readonly Node[];
}

/**
 * What a call calls, and with what. For `provider.reset?.("tokens")`, compilers write
 * `(_b = (_a = provider).reset) == null ? void 0 : _b.call(_a, "tokens")`.
 */
export function writtenCall(code: Code, call: Call): WrittenCall {
  const callee = unwrap(call.callee);
  const plain = { callee, given: call.arguments };
  const isApplied = isMember(callee) && memberName(code, callee) === "call";
  const called = isApplied ? unwrap(callee.object) : callee;
  const value = called.type === "Identifier" ? laterValue(code, called) : undefined;
  const member = value && unwrap(value);
  if (!isMember(member)) return plain;
  return { callee: member, given: isApplied ? call.arguments.slice(1) : call.arguments };
}

/** The object of a method as it was written: compilers keep it in a variable of theirs on the way. */
export function writtenObject(object: Node): Node {
  const node = unwrap(object);
  return node.type === "AssignmentExpression" && node.operator === "=" ? node.right : node;
}

/**
 * What a function is given where it is mentioned: `f(x)`, `f.call(self, x)`; and as compilers call a `#private` method,
 * `helper(self, brand, f).call(self, x)`.
 */
export function appliedAt(
  code: Code,
  mention: Node,
): { readonly self?: Node | undefined; readonly given: readonly Node[] } {
  const around = code.tree.parent(mention);
  const method = isCall(around) && around.callee !== mention ? code.tree.parent(around) : around;
  const isApplied = isMember(method) && memberName(code, method) === "call";
  const call = isApplied ? code.tree.parent(method) : around;
  const callee = isApplied ? method : mention;
  if (!isCall(call) || call.callee !== callee) return { given: [] };
  return isApplied ? { self: call.arguments[0], given: call.arguments.slice(1) } : { given: call.arguments };
}
