import type { Code } from "../parse/code.ts";
import { isFunction, type Node } from "../parse/tree.ts";

/** Whether a statement may leave the loop or switch around it by `break`. */
export function holdsBreak(code: Code, statement: Node): boolean {
  let found = false;
  code.tree.walk(statement, (node) => {
    if (isFunction(node)) return false;
    if (node.type === "BreakStatement") found = true;
    const isTarget = /^(?:For|While|DoWhile|Switch)/.test(node.type) && node !== statement;
    return !isTarget || holdsLabeledBreak(code, node) ? !found : false;
  });
  return found;
}

function holdsLabeledBreak(code: Code, node: Node): boolean {
  let found = false;
  code.tree.walkOwn(node, (inner) => {
    if (inner.type === "BreakStatement" && inner.label) found = true;
    return !found;
  });
  return found;
}
