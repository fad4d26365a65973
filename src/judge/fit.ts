import { callTaking } from "../find/calls.ts";
import type { Candidate } from "../find/find.ts";
import { calledFunction } from "../find/functions.ts";
import { isCall, isMember, pathOf, unwrap } from "../find/syntax.ts";
import { declaredType, optionType } from "../find/types.ts";
import { type Code, textOf } from "../parse/code.ts";
import { covers, endOf, type Node, startOf } from "../parse/tree.ts";

/** Whether a sink takes what a union returns: `string | undefined`. */
export type Fit = "fits" | "unfit" | { readonly fallback: string };

/** Decides whether a union needs `?? challenged` behind it, and whether that is allowed. */
export function fitOf(code: Code, candidate: Candidate): Fit {
  if (candidate.kind === "parameter" || candidate.call?.type === "NewExpression")
    return isPath(candidate.value) ? { fallback: textOf(code, candidate.value) } : "unfit";
  if (!code.typescript) return "fits";
  const need = needOf(code, candidate);
  if (need === "none") return "fits";
  // The helper takes and gives no null, neither as the previous scope nor as the next.
  if (need === "null") return "unfit";
  const present = candidate.alternatives.find(({ challenged, facts }) => {
    const path = challenged && pathOf(code, challenged);
    return path !== undefined && facts.present.includes(path);
  });
  const challenged = present?.challenged;
  if (challenged && covers(candidate.value, challenged)) return { fallback: textOf(code, challenged) };
  if (need === "declared") return "unfit";
  return isPath(candidate.value) ? { fallback: textOf(code, candidate.value) } : "fits";
}

/** Whether an expression can be written twice: a name, or members of one. */
function isPath(expression: Node): boolean {
  const node = unwrap(expression);
  return (
    node.type === "Identifier" ||
    (isMember(node) && !node.computed && (node.object.type === "ThisExpression" || isPath(node.object)))
  );
}

/** Why a sink would need a string: it is declared so, or later code relies on the old value's type. */
function needOf(code: Code, candidate: Candidate): "none" | "declared" | "narrowed" | "null" {
  if (candidate.path === undefined) {
    const call = callTaking(code, candidate.node);
    const target = call && calledFunction(code, call);
    const index = call?.arguments.findIndex((argument) => covers(argument, candidate.node)) ?? -1;
    return optionType(code, target?.params[index], "scope")?.takesUndefined === false ? "declared" : "none";
  }
  const type = declaredType(code, candidate.target);
  if (type?.holdsNull) return "null";
  if (type?.takesUndefined === false) return "declared";
  return isReadAsString(code, candidate) ? "narrowed" : "none";
}

/** Whether code after the assignment relies on its having narrowed the sink: `this._scope.split(" ")`. */
function isReadAsString(code: Code, { path, node }: Candidate): boolean {
  const around = code.tree.functionAround(node);
  let reads = false;
  for (const block of code.tree.ancestors(node)) {
    if (block === around) break;
    if (block.type !== "BlockStatement") continue;
    code.tree.walkOwn(block, (inner: Node) => {
      if (startOf(inner) < endOf(node)) return undefined;
      const read =
        inner.type === "MemberExpression" && inner.optional !== true
          ? [inner.object]
          : isCall(inner)
            ? inner.arguments
            : [];
      if (read.some((each) => (each.type === "Identifier" || isMember(each)) && pathOf(code, each) === path))
        reads = true;
      return undefined;
    });
    break;
  }
  return reads;
}
