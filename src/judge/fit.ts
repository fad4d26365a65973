import { callTaking } from "../find/calls.ts";
import type { Candidate } from "../find/find.ts";
import { calledFunction } from "../find/functions.ts";
import { isMember, pathOf } from "../find/syntax.ts";
import { declaredType, optionType } from "../find/types.ts";
import { type Code, textOf } from "../parse/code.ts";
import { covers, endOf, type Node, startOf } from "../parse/tree.ts";

/** Whether a sink takes what a union returns: `string | undefined`. */
export type Fit = "fits" | "unfit" | { readonly fallback: string };

/** Decides whether a union needs `?? challenged` behind it, and whether that is allowed. */
export function fitOf(code: Code, candidate: Candidate): Fit {
  if (!code.typescript || !needsString(code, candidate)) return "fits";
  const present = candidate.alternatives.find(({ challenged, facts }) => {
    const path = challenged && pathOf(code, challenged);
    return path !== undefined && facts.present.includes(path);
  });
  const challenged = present?.challenged;
  if (!challenged || !covers(candidate.value, challenged)) return "unfit";
  return { fallback: textOf(code, challenged) };
}

function needsString(code: Code, candidate: Candidate): boolean {
  if (candidate.path === undefined) {
    const call = callTaking(code, candidate.node);
    const target = call && calledFunction(code, call);
    const index = call?.arguments.findIndex((argument) => covers(argument, candidate.node)) ?? -1;
    return optionType(code, target?.params[index], "scope")?.takesUndefined === false;
  }
  if (declaredType(code, candidate.target)?.takesUndefined === false) return true;
  return isReadAsString(code, candidate);
}

/** Whether code after the assignment relies on its having narrowed the sink: `this._scope.split(" ")`. */
function isReadAsString(code: Code, { path, node }: Candidate): boolean {
  const around = code.tree.functionAround(node);
  let reads = false;
  for (const block of code.tree.ancestors(node)) {
    if (block === around) break;
    if (block.type !== "BlockStatement") continue;
    code.tree.walkOwn(block, (inner: Node) => {
      if (startOf(inner) < endOf(node) || inner.type !== "MemberExpression" || inner.optional === true)
        return undefined;
      if (isMember(inner.object) && pathOf(code, inner.object) === path) reads = true;
      return undefined;
    });
    break;
  }
  return reads;
}
