import { functionNamed } from "../find/functions.ts";
import { methodNamed, methodOf, runsSettled } from "../find/library/lookup.ts";
import { shellOf } from "../find/shells.ts";
import { type Call, isCall, isMember, memberName, pathOf, unwrap } from "../find/syntax.ts";
import type { Code } from "../parse/code.ts";
import { type FunctionNode, isFunction, type Node, startOf } from "../parse/tree.ts";

/** A function that has run before another, as an earlier link of its chain, and the call that made it, if one did. */
export interface Link {
  readonly target: FunctionNode;
  /** The function around, and the call that gave it its arguments: `.then(drop(provider))`. */
  readonly maker?: { readonly target: FunctionNode; readonly call: Call };
}

/**
 * The functions that have had an answer before the one around a place gets it: those of earlier `.then()`s of the same
 * chain, and those registered before with the same `use()`.
 */
export function linksBefore(code: Code, place: Node): readonly Link[] {
  const around = code.tree.functionAround(place);
  const own = around && shellOf(code, around);
  for (const call of own ? code.tree.ancestors(own) : []) {
    if (isFunction(call) || call.type.endsWith("Statement")) return [];
    if (!isCall(call) || !isMember(call.callee)) continue;
    const name = memberName(code, call.callee) ?? "";
    if (runsSettled(methodNamed(name))) return chain(code, call.callee.object);
    if (name === "use") return registeredBefore(code, call);
  }
  return [];
}

function chain(code: Code, promise: Node): Link[] {
  const call = unwrap(promise);
  if (!isCall(call) || !isMember(call.callee)) return [];
  const isLink = runsSettled(methodOf(code, call.callee));
  return isLink ? [...chain(code, call.callee.object), ...linksIn(code, call)] : [];
}

function registeredBefore(code: Code, call: Call): Link[] {
  const path = pathOf(code, call.callee);
  const around = code.tree.functionAround(call)?.body ?? code.tree.program;
  return code.tree
    .own(around, "CallExpression")
    .filter((each) => isCall(each) && startOf(each) < startOf(call) && pathOf(code, each.callee) === path)
    .flatMap((each) => (path !== undefined && isCall(each) ? linksIn(code, each) : []));
}

const linksIn = (code: Code, call: Call): Link[] => call.arguments.flatMap((argument) => linkOf(code, argument) ?? []);

function linkOf(code: Code, argument: Node): Link | undefined {
  const node = unwrap(argument);
  const target = isFunction(node) ? node : functionNamed(code, node);
  if (target) return { target };
  const maker = isCall(node) ? functionNamed(code, node.callee) : undefined;
  const made = maker && madeBy(code, maker);
  return made && maker && isCall(node) ? { target: made, maker: { target: maker, call: node } } : undefined;
}

/** The function that another gives. */
function madeBy(code: Code, maker: FunctionNode): FunctionNode | undefined {
  if (isFunction(maker.body)) return maker.body;
  for (const each of code.tree.own(maker.body, "ReturnStatement")) {
    const given = each.type === "ReturnStatement" && each.argument ? unwrap(each.argument) : undefined;
    if (given && isFunction(given)) return given;
  }
  return undefined;
}
