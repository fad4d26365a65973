import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import { covers, endOf, type Node, startOf } from "../parse/tree.ts";
import {
  ANY_SCOPE,
  AUTHORIZATION_CALL_IN_SOURCE,
  CHALLENGE_HEADER_IN_SOURCE,
  ERROR_CODE_IN_SOURCE,
} from "../rules/names.ts";
import { isCall } from "./syntax.ts";

/** Files up to this many code units are looked at whole: walking them costs less than choosing. */
const SMALL_FILE = 120_000;
const EVERY_ERROR_CODE = new RegExp(ERROR_CODE_IN_SOURCE, "gi");
/** In larger files, the largest node around a piece of evidence that is looked at. */
const WINDOW = 60_000;

/**
 * The parts of a file in which sites can lie: the whole of a small file; in a large one, mostly a bundle, the
 * functions and classes around each text that can be evidence.
 */
export function windowsOf(code: Code): Node[] {
  if (code.source.length <= SMALL_FILE) return [code.tree.program];
  const windows = new Set<Node>();
  let last: Node = code.tree.program;
  for (const { index } of code.source.matchAll(EVERY_ERROR_CODE)) {
    // The next piece of evidence is mostly near.
    last = code.tree.at(index, last);
    for (const node of isCode(last) ? [last, ...mentionsOf(code, last)] : []) windows.add(windowAround(code, node));
  }
  for (const { index } of code.source.matchAll(/\b403\b/g))
    if (isStatusTest(code, index)) windows.add(windowAround(code, code.tree.at(index)));
  return outermost([...windows]);
}

/** Of some nodes, those that lie in no other, in source order. */
function outermost(nodes: readonly Node[]): Node[] {
  const found: Node[] = [];
  for (const node of [...nodes].sort((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a))) {
    const before = found.at(-1);
    if (!before || !covers(before, node)) found.push(node);
  }
  return found;
}

/** The largest ancestor that fits a window, so that a class comes with its other methods. */
function windowAround(code: Code, node: Node): Node {
  const larger = code.tree.nearest(node, isLarge);
  return larger ? (code.tree.childToward(larger, node) ?? node) : code.tree.program;
}

const sizeOf = (node: Node): number => endOf(node) - startOf(node);
const isLarge = (node: Node): node is Node => sizeOf(node) > WINDOW;

/** Whether the innermost node at an offset tells that this lies in code, and not in a comment. */
const isCode = ({ type }: Node): boolean => /^(?:StringLiteral|TemplateElement|RegExpLiteral|Identifier)$/.test(type);

type Declaring = t.VariableDeclarator | t.FunctionDeclaration | t.ClassDeclaration;

const declares = (node: Node): node is Declaring =>
  /^(?:VariableDeclarator|(?:Function|Class)Declaration)$/.test(node.type) &&
  (node as Declaring).id?.type === "Identifier";

/** The mentions of a constant, class or predicate whose declaration holds the error code. */
function mentionsOf(code: Code, node: Node): readonly Node[] {
  const declaration = code.tree.nearest(node, declares);
  if (declaration?.id?.type !== "Identifier" || sizeOf(declaration) > WINDOW) return [];
  const binding = code.bindings.resolve(declaration.id);
  const references = binding && code.bindings.references(binding);
  return references && references.length <= 50 ? references : [];
}

/** Whether a `403` is compared with something, and a challenge and a scope are near. */
function isStatusTest(code: Code, offset: number): boolean {
  const near = code.source.slice(Math.max(0, offset - 4000), offset + 8000);
  if (!ANY_SCOPE.test(near)) return false;
  if (!CHALLENGE_HEADER_IN_SOURCE.test(near) && !AUTHORIZATION_CALL_IN_SOURCE.test(near)) return false;
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
