import type { Code } from "../parse/code.ts";
import { ERROR_CODE } from "../parse/text-test.ts";
import { covers, endOf, type Node, startOf } from "../parse/tree.ts";
import { isCall } from "./syntax.ts";

/** Files up to this many code units are looked at whole: walking them costs less than choosing. */
const SMALL_FILE = 120_000;
const EVERY_ERROR_CODE = new RegExp(ERROR_CODE, "gi");
/** In larger files, the largest node around a piece of evidence that is looked at. */
const WINDOW = 60_000;

/**
 * The parts of a file in which sites can lie: the whole of a small file; in a large one, mostly a bundle, the
 * functions and classes around each text that can be evidence.
 */
export function windowsOf(code: Code): Node[] {
  if (code.source.length <= SMALL_FILE) return [code.tree.program];
  const windows: Node[] = [];
  const add = (offset: number) => {
    const window = windowAround(code, code.tree.at(offset));
    if (windows.some((known) => covers(known, window))) return;
    windows.push(window);
  };
  for (const { index } of code.source.matchAll(EVERY_ERROR_CODE)) {
    if (isCode(code, index)) for (const offset of [index, ...mentionsOf(code, index)]) add(offset);
  }
  for (const { index } of code.source.matchAll(/\b403\b/g)) if (isStatusTest(code, index)) add(index);
  return windows.filter((window) => !windows.some((other) => other !== window && covers(other, window)));
}

/** The largest ancestor that fits a window, so that a class comes with its other methods. */
function windowAround(code: Code, node: Node): Node {
  let window = node;
  for (const ancestor of code.tree.ancestors(node)) {
    if (endOf(ancestor) - startOf(ancestor) > WINDOW) break;
    window = ancestor;
  }
  return window;
}

/** Whether an offset lies in code and not in a comment. */
function isCode(code: Code, offset: number): boolean {
  return /^(?:StringLiteral|TemplateElement|RegExpLiteral|Identifier)$/.test(code.tree.at(offset).type);
}

/** The mentions of a constant, class or predicate whose declaration holds the error code. */
function mentionsOf(code: Code, offset: number): number[] {
  const node = code.tree.at(offset);
  for (const ancestor of code.tree.ancestors(node)) {
    const declares =
      (ancestor.type === "VariableDeclarator" ||
        ancestor.type === "FunctionDeclaration" ||
        ancestor.type === "ClassDeclaration") &&
      ancestor.id?.type === "Identifier";
    if (!declares || ancestor.id?.type !== "Identifier") continue;
    if (endOf(ancestor) - startOf(ancestor) > WINDOW) return [];
    const binding = code.bindings.resolve(ancestor.id);
    const references = binding && code.bindings.references(binding);
    return references && references.length <= 50 ? references.map(startOf) : [];
  }
  return [];
}

/** Whether a `403` is compared with something, and a challenge and a scope are near. */
function isStatusTest(code: Code, offset: number): boolean {
  const near = code.source.slice(Math.max(0, offset - 4000), offset + 8000);
  if (!/scope/i.test(near) || !/www-?authenticate|auth\w*\)?\s*\(/i.test(near)) return false;
  const node = code.tree.at(offset);
  const parent = code.tree.parent(node);
  if (node.type !== "NumericLiteral" || !parent) return false;
  return (
    parent.type === "BinaryExpression" ||
    parent.type === "SwitchCase" ||
    parent.type === "ArrayExpression" ||
    isCall(parent)
  );
}
