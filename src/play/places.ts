import type { Range } from "../model/site.ts";
import type { Code } from "../parse/code.ts";
import { endOf, type Node, startOf } from "../parse/tree.ts";
import { isAt } from "./player.ts";

/** The innermost node at a place. */
export function nodeAt(code: Code, place: Range): Node | undefined {
  let found: Node | undefined;
  for (let node: Node | undefined = code.tree.program; node; ) {
    if (isAt(node, place)) found = node;
    node = code.tree.children(node).find((child) => startOf(child) <= place.start && place.end <= endOf(child));
  }
  return found;
}
