import { traverseFast } from "@babel/types";
import type { Range } from "../src/model/site.ts";
import { parseFile } from "../src/parse/parse.ts";

/**
 * The range of every branch that serves a 401 alone: test and consequent of each `if` that looks at that status, and
 * not at 403. The `else` is left out, for it serves the others.
 */
export function unauthorizedBranches(source: string, path: string): Range[] {
  const branches: Range[] = [];
  traverseFast(parseFile(source, path).program, (node) => {
    if (node.type !== "IfStatement") return;
    const test = source.slice(Number(node.test.start), Number(node.test.end));
    if (/\b401\b/.test(test) && !/\b403\b/.test(test)) {
      branches.push({ start: Number(node.start), end: Number(node.consequent.end) });
    }
  });
  return branches;
}
