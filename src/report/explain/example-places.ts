import type { Code } from "../../parse/code.ts";
import { type Node, startOf } from "../../parse/tree.ts";

/** The line on which a node begins, 1-based. */
export const lineOf = (code: Code, node: Node): number =>
  code.lines.locate({ start: startOf(node), end: startOf(node) }).line;
