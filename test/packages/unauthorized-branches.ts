import { parse } from "@babel/parser";
import { type Node, traverseFast } from "@babel/types";

/**
 * The source text of every branch that serves a 401: test and consequent of each `if` that looks at that status.
 * The `else` is left out, for it serves the others.
 */
export function unauthorizedBranches(source: string, path: string): string[] {
  const { program } = parse(source, {
    sourceType: "unambiguous",
    plugins: /\.[mc]?ts$/.test(path) ? ["typescript"] : [],
  });
  const branches: string[] = [];
  traverseFast(program, (node) => {
    if (node.type === "IfStatement" && /\b401\b/.test(textOf(node.test, source))) {
      branches.push(source.slice(Number(node.start), Number(node.consequent.end)));
    }
  });
  return branches;
}

function textOf({ start, end }: Node, source: string): string {
  return source.slice(Number(start), Number(end));
}
