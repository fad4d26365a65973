import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { isScopeOfRequest } from "./scope-texts.ts";
import { constantText } from "./syntax.ts";

/**
 * Whether the scope of a request is one text with what stands right before or behind a part of it, and no space between:
 * `${resource}/${scope}`. Of a union the first or the last scope alone would have it.
 */
export function isAffixed(code: Code, text: t.TemplateLiteral | t.BinaryExpression, part: Node): boolean {
  return (
    isScopeOfRequest(code, text) && (text.type === "TemplateLiteral" ? isIn(text, part) : isBeside(code, text, part))
  );
}

function isIn(text: t.TemplateLiteral, part: Node): boolean {
  const at = (text.expressions as readonly Node[]).indexOf(part);
  if (at < 0) return false;
  const before = text.quasis[at]?.value.raw ?? "";
  const behind = text.quasis[at + 1]?.value.raw ?? "";
  const isFirst = at === 0 && before === "";
  const isLast = at === text.expressions.length - 1 && behind === "";
  return !(isFirst || /\s$/.test(before)) || !(isLast || /^\s/.test(behind));
}

function isBeside(code: Code, { left, right }: t.BinaryExpression, part: Node): boolean {
  const [other, isAhead] = left === part ? [right, false] : [left, true];
  const text = constantText(code, other);
  return text !== undefined && text !== "" && !(isAhead ? /\s$/ : /^\s/).test(text);
}
