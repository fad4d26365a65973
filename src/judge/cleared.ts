import { isMember, isNothing, pathOf } from "../find/syntax.ts";
import { isThisMember } from "../find/this.ts";
import type { Code } from "../parse/code.ts";
import { covers, endOf, type Node } from "../parse/tree.ts";
import type { Surroundings } from "./state.ts";

/**
 * The fields that other methods of the class take away, as `close()` does, and that a function uses after an offset:
 * after an `await`, a test of one that was made before no longer holds.
 */
export function clearedElsewhere(code: Code, around: Surroundings, at: number): ReadonlySet<string> {
  const owner = around.type === "Program" ? undefined : code.tree.classAround(around);
  const cleared = owner ? clearedIn(code, owner) : [];
  const paths = new Set(cleared.filter(({ node }) => !covers(around, node)).map(({ path }) => path));
  if (paths.size === 0 || around.type === "Program") return new Set();
  const used = new Set<string>();
  for (const node of code.tree.own(around.body, "MemberExpression", "OptionalMemberExpression")) {
    const path = endOf(node) > at ? pathOf(code, node) : undefined;
    if (path !== undefined && paths.has(path)) used.add(path);
  }
  return used;
}

interface Clearing {
  readonly node: Node;
  readonly path: string;
}

const known = (code: Code) => code.answers.about<Node, readonly Clearing[]>(known);

/** `this.provider = undefined` and `delete this.provider`, outside the constructor. */
function clearedIn(code: Code, owner: Node): readonly Clearing[] {
  const found = known(code).get(owner);
  if (found) return found;
  const clearings: Clearing[] = [];
  code.tree.walk(owner, (node) => {
    if (node.type === "ClassMethod" && node.kind === "constructor") return false;
    const isTaken = node.type === "UnaryExpression" && node.operator === "delete";
    const target =
      node.type === "AssignmentExpression" && isNothing(node.right) ? node.left : isTaken ? node.argument : undefined;
    const path = target && isMember(target) ? pathOf(code, target) : undefined;
    if (path !== undefined && isThisMember(path)) clearings.push({ node, path });
    return undefined;
  });
  known(code).set(owner, clearings);
  return clearings;
}
