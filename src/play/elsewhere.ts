import { isCall, isMember } from "../find/syntax.ts";
import { textOf } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import type { Player } from "./player.ts";

/**
 * Code that was not played and may change what the played code changes: what is counted or marked may begin anew there.
 */
export function changedElsewhere(player: Player): Node | undefined {
  const { code, changed, entered } = player;
  let found: Node | undefined;
  code.tree.walk(code.tree.program, (node) => {
    if (found || entered.has(node) || (node.type === "ClassMethod" && node.kind === "constructor")) return false;
    const target = changedBy(node);
    const name = target && lastName(target);
    if (target && name !== undefined && changed.has(name) && textOf(code, target) !== player.part.sink) {
      // What stands outside of all functions was done before.
      if (code.tree.functionAround(node)) found = node;
    }
    return undefined;
  });
  return found;
}

/** What a node writes to, or calls a method of. */
function changedBy(node: Node): Node | undefined {
  if (node.type === "AssignmentExpression") return node.left;
  if (node.type === "UpdateExpression") return node.argument;
  return isCall(node) && isMember(node.callee) ? node.callee.object : undefined;
}

/** The name of a variable or member. */
export function lastName(node: Node): string | undefined {
  if (node.type === "Identifier") return node.name;
  if (!isMember(node)) return undefined;
  if (node.property.type === "PrivateName") return `#${node.property.id.name}`;
  return node.property.type === "Identifier" && !node.computed ? node.property.name : undefined;
}
