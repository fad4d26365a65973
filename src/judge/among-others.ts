import type { Alternative } from "../find/alternatives.ts";
import { factsAt } from "../find/dominance.ts";
import type { Candidate } from "../find/find.ts";
import { pathOf, unwrap } from "../find/syntax.ts";
import { type Code, textOf } from "../parse/code.ts";
import { covers, type Node } from "../parse/tree.ts";
import type { Change } from "./change.ts";

/**
 * The change of a challenged scope that is the first of several choices: the union takes its place alone, where the
 * challenge names a scope. Where it names none, the others are asked for, as before: a union of what is held would never
 * leave anything to them.
 *
 * @param replacing the alternatives in which the challenged scope is all there is
 * @returns undefined where others come before it, or it is not the one name of the scope
 */
export function amongOthers(
  code: Code,
  { value }: Candidate,
  replacing: readonly Alternative[],
  change: Change,
): Change | undefined {
  const [core, ...others] = new Set(replacing.flatMap(({ challenged }) => challenged ?? []));
  if (!core || others.length > 0 || !covers(value, core) || !isFirst(code, core, value)) return undefined;
  const named = { ...change, core, around: core };
  const path = pathOf(code, core);
  if (path === undefined) return undefined;
  return factsAt(code, core).present.includes(path) ? named : { ...named, guard: textOf(code, core) };
}

/** Whether nothing else of a value is taken before one part of it. */
function isFirst(code: Code, part: Node, value: Node): boolean {
  let child = part;
  for (const parent of code.tree.ancestors(part)) {
    if (child === value) return true;
    if (parent.type === "LogicalExpression" && parent.operator !== "&&" && child === parent.right) return false;
    child = parent;
  }
  return child === unwrap(value);
}
