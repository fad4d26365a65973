import type { Candidate } from "../find/find.ts";
import { isCall, isMember, memberName, pathOf, unwrap } from "../find/syntax.ts";
import { usesOf } from "../find/uses.ts";
import { type Code, textOf } from "../parse/code.ts";
import { isFunction, type Node } from "../parse/tree.ts";

/** The expression for the response's status at a site, where it can be read: `response.status`. */
export function statusAt(code: Code, { node, facts }: Candidate): string | undefined {
  for (const { kind, subject } of facts.tests) {
    if (kind !== "status" || !subject) continue;
    if (isReadable(code, subject, node)) return textOf(code, subject);
    const passed = parameterFor(code, subject, node);
    if (passed !== undefined) return passed;
  }
  return undefined;
}

function isReadable(code: Code, subject: Node, at: Node): boolean {
  let root = unwrap(subject);
  if (isCall(root)) return false;
  while (isMember(root)) root = unwrap(root.object);
  if (root.type === "ThisExpression") return code.tree.classAround(root) === code.tree.classAround(at);
  return root.type === "Identifier" && code.bindings.lookup(root.name, at) === code.bindings.resolve(root);
}

/** `response.status` in a handler that is called with the response whose status its callers test. */
function parameterFor(code: Code, subject: Node, at: Node): string | undefined {
  const target = code.tree.functionAround(at);
  const status = unwrap(subject);
  if (!target || !isMember(status)) return undefined;
  const response = pathOf(code, status.object);
  for (const mention of usesOf(code, target)?.mentions ?? []) {
    const call = code.tree.parent(mention);
    if (!isCall(call) || call.callee !== mention) continue;
    const index = call.arguments.findIndex((argument) => pathOf(code, argument) === response);
    const parameter = target.params[index];
    if (parameter?.type === "Identifier" && isFunction(target)) return `${parameter.name}.${memberName(code, status)}`;
  }
  return undefined;
}
