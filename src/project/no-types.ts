import { ts } from "ts-morph";
import type { WhyUnchecked } from "../model/verification.ts";

/** A comment at the head of a file that turns its check on or off, as the compiler reads it. */
const DIRECTIVE = /^\/\/\/?\s*@ts-(no)?check(?![^\s:])/i;

/** Why the compiler looks at the syntax of a file alone, and not at its types; undefined where it looks at both. */
export function whyUnchecked(
  { text, fileName }: ts.SourceFile,
  { checkJs }: ts.CompilerOptions,
): Extract<WhyUnchecked, "javascript" | "no-check"> | undefined {
  const head = ts.getLeadingCommentRanges(text, ts.getShebang(text)?.length ?? 0) ?? [];
  // The last one holds.
  const directive = head.map(({ pos, end }) => DIRECTIVE.exec(text.slice(pos, end))).findLast(Boolean);
  if (directive) return directive[1] === undefined ? undefined : "no-check";
  return /\.[cm]?jsx?$/i.test(fileName) && checkJs !== true ? "javascript" : undefined;
}
