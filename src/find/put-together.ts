import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { methodOf } from "./library/lookup.ts";
import { constantText, constantValue, isCall, isMember, unwrap } from "./syntax.ts";

/** A part of a text that is put together, and what it must be for the whole to be another text. */
export interface PartTold {
  readonly part: Node;
  readonly text: string;
}

/**
 * What the parts of a text are where all of it is another: with `` `${status} ${error}` `` equal to
 * `"403 insufficient_scope"`, the one is `403` and the other the error code. None where that is not sure; undefined for a
 * text that is not put together.
 */
export function partsTold(code: Code, whole: Node, text: string): readonly PartTold[] | undefined {
  const node = unwrap(whole);
  const value = (node.type === "Identifier" && constantValue(code, node)) || node;
  const pieces = piecesOf(code, value);
  if (pieces.length < 2) return undefined;
  const found: PartTold[] = [];
  let rest = text;
  for (const [index, piece] of pieces.entries()) {
    if (typeof piece === "string") {
      if (!rest.startsWith(piece)) return [];
      rest = rest.slice(piece.length);
      continue;
    }
    const next = pieces[index + 1];
    // Of two parts without anything between them, none can be told.
    if (typeof next === "object" || next === "") return [];
    const end = next === undefined ? rest.length : rest.indexOf(next);
    // What stands between two parts may stand in one of them as well.
    if (end < 0 || (next !== undefined && rest.lastIndexOf(next) !== end)) return [];
    found.push({ part: piece, text: rest.slice(0, end) });
    rest = rest.slice(end);
  }
  return rest === "" ? found : [];
}

/** The texts and other expressions of which one text is made: by a template, by `+`, by `"".concat(a, b)`. */
function piecesOf(code: Code, expression: Node): readonly (string | Node)[] {
  const node = unwrap(expression);
  const constant = constantText(code, node);
  if (constant !== undefined) return [constant];
  if (node.type === "TemplateLiteral")
    return node.quasis
      .flatMap(({ value }, index) => [value.cooked ?? "", node.expressions[index] ?? []].flat())
      .filter((each) => each !== "");
  if (node.type === "BinaryExpression" && node.operator === "+")
    return [node.left, node.right].flatMap((side) => piecesOf(code, side));
  const method = isCall(node) && isMember(node.callee) ? methodOf(code, node.callee) : undefined;
  if (isCall(node) && isMember(node.callee) && method?.keeps === "joined")
    return [node.callee.object, ...node.arguments]
      .flatMap((each) => piecesOf(code, each))
      .filter((each) => each !== "");
  return [node];
}
