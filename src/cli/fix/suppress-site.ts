import type { CheckedFile, CheckedSite } from "../../model/outcome.ts";
import type { Edit, Site } from "../../model/site.ts";
import { SUPPRESSION_WORD } from "../../model/suppression.ts";
import { sitesAfter } from "./sites-after.ts";

/** A comment to be inserted, with the reason that it gives, or why there is no place for one. */
export type SiteSuppression =
  | { readonly edit: Edit; readonly reason: string }
  | { readonly refusal: "no-reason" | "no-place" | "others-on-the-line" };

/**
 * The comment that asks for a site to be left as it is: on a line of its own above, else right before the site. Each is
 * tried on the parser, since what looks like the line above may be the text of a template.
 *
 * A suppression is about a line. Where its comment would silence another site than the one that is meant, as in minified
 * code, there is none.
 *
 * @param file with its sites, whoever found them
 * @param site one of its findings
 * @param reason as a person gave it; what cannot stand in a comment is taken out
 */
export function suppressSite(file: CheckedFile, site: CheckedSite, reason: string): SiteSuppression {
  const words = commentText(reason);
  if (words === "") return { refusal: "no-reason" };
  let refusal: "no-place" | "others-on-the-line" = "no-place";
  for (const edit of [lineAbove(file.source, site, words), rightBefore(site, words)]) {
    const after = sitesOrNone(file, edit);
    const changed = file.sites.filter(({ suppressed }, at) => !suppressed !== !after[at]?.suppressed);
    if (!changed.includes(site)) continue;
    if (changed.length === 1) return { edit, reason: words };
    refusal = "others-on-the-line";
  }
  return { refusal };
}

function sitesOrNone(file: CheckedFile, comment: Edit): readonly Site[] {
  try {
    return sitesAfter(file, comment);
  } catch {
    return []; // The comment broke the code: no place for it.
  }
}

/** A reason on one line, without what ends a comment or hides in it. */
export function commentText(reason: string): string {
  return reason
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, " ")
    .replaceAll("*/", "* /")
    .replace(/\s+/g, " ")
    .trim();
}

/** A comment for another tool about the line below it, which nothing may part from that line. */
const DIRECTIVE =
  /^[^\S\r\n]*\/\/\s*(?:eslint|oxlint|biome|deno|tslint|prettier|istanbul|c8|v8|@ts-|\$Flow|noinspection)/;

function lineAbove(source: string, { start, column, rule }: Site, reason: string): Edit {
  let at = start - column + 1;
  for (;;) {
    const above = lineStart(source, at);
    if (above === at || !DIRECTIVE.test(source.slice(above, at))) break;
    at = above;
  }
  if (source[at] === "\ufeff") at++;
  const indentation = /^[^\S\r\n\u2028\u2029]*/.exec(source.slice(at, start))?.[0] ?? "";
  // Behind the indentation, where a statement begins: what else is inserted there stays above the comment.
  const place = at + indentation.length;
  const comment = `// ${SUPPRESSION_WORD}-next-line ${rule} -- ${reason}`;
  return { start: place, end: place, text: `${comment}${lineEnding(source, at)}${indentation}` };
}

/** Where the line begins that ends at an offset; the offset itself at the head of the file. */
function lineStart(source: string, end: number): number {
  const isBreak = (at: number) => at >= 0 && /[\n\r\u2028\u2029]/.test(source.charAt(at));
  if (!isBreak(end - 1)) return end;
  let at = source.slice(0, end).endsWith("\r\n") ? end - 2 : end - 1;
  while (at > 0 && !isBreak(at - 1)) at--;
  return at;
}

/** How the line above an offset ends, else the first line. */
function lineEnding(source: string, at: number): string {
  return /(?:\r\n|\n|\r)$/.exec(source.slice(0, at).slice(-2))?.[0] ?? /\r\n|\n|\r/.exec(source)?.[0] ?? "\n";
}

function rightBefore({ start, rule }: Site, reason: string): Edit {
  return { start, end: start, text: `/* ${SUPPRESSION_WORD}-line ${rule} -- ${reason} */ ` };
}
