import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { covers, isFunction, type Node } from "../parse/tree.ts";
import { isCall, isMember, memberName, pathOf, unwrap } from "./syntax.ts";
import { isThisMember } from "./this.ts";

const RUNNING_OVER = /^(?:forEach|map|filter|flatMap|some|every|find|then)$/;
const GROWING = new Set(["add", "push", "unshift", "append", "set"]);

/** Methods whose result is the receiver, cleaned or cut up. */
export const RESHAPING = new Set(
  "trim trimStart trimEnd split join map filter flatMap flat sort toSorted reverse toString slice substring replace replaceAll toLowerCase values keys at pop shift".split(
    " ",
  ),
);

/** What a callback's parameter is an element of: `list` in `list.forEach((each) => …)`. */
export function listRunOver(code: Code, target: Node, binding: Binding): Node | undefined {
  const call = code.tree.parent(target);
  if (!isCall(call) || !isMember(call.callee) || call.arguments[0] !== target || !isFunction(target)) return undefined;
  if (!RUNNING_OVER.test(memberName(code, call.callee) ?? "")) return undefined;
  return target.params[0] === binding.identifier ? call.callee.object : undefined;
}

/** The list of which a callback's parameter, or a name in its pattern, is an element; a promise is none. */
export function elementsOf(code: Code, target: Node, binding: Binding): Node | undefined {
  const call = code.tree.parent(target);
  if (!isCall(call) || !isMember(call.callee) || call.arguments[0] !== target || !isFunction(target)) return undefined;
  const name = memberName(code, call.callee) ?? "";
  const isElement = target.params[0] && covers(target.params[0], binding.identifier);
  return isElement && RUNNING_OVER.test(name) && name !== "then" ? call.callee.object : undefined;
}

/** What is put into a list or Set after its creation. */
export function additionsTo(code: Code, binding: Binding): Node[] {
  if (binding.kind !== "variable") return [];
  return (code.bindings.references(binding) ?? []).flatMap((reference) => {
    const member = code.tree.parent(reference);
    const call = member && code.tree.parent(member);
    if (!isMember(member) || member.object !== reference || !isCall(call) || call.callee !== member) return [];
    return GROWING.has(memberName(code, member) ?? "") ? call.arguments : [];
  });
}

/** Whether a part of a concatenation is a field, spread or not. */
export function holdsField(code: Code, part: Node): boolean {
  const inner = unwrap(part.type === "SpreadElement" ? part.argument : part);
  return isMember(inner) && isThisMember(pathOf(code, inner));
}
