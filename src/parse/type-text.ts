import { parseExpression } from "@babel/parser";
import type * as t from "@babel/types";

/**
 * Reads a type as a comment or Flow spells it, where `?string` and `string=` may be nothing. Its nodes belong to no
 * tree. Undefined for what is no such type.
 */
export function typeInText(text: string): t.TSType | undefined {
  const trimmed = text.trim();
  const inner = trimmed
    .replace(/^[?!]/, "")
    .replace(/=$/, "")
    .replace(/\b(Array|Set|Map)\.</g, "$1<");
  const type = /^\?|=$/.test(trimmed) ? `(${inner}) | undefined` : inner;
  try {
    const cast = parseExpression(`0 as (${type})`, { plugins: ["typescript"] });
    return cast.type === "TSAsExpression" ? cast.typeAnnotation : undefined;
  } catch {
    return undefined;
  }
}
