import { formatPatch, OMIT_HEADERS, structuredPatch } from "diff/lib/patch/create.js";
import type { Colors } from "./paint.ts";
import { visible } from "./safe-text.ts";

/** How many lines around a change are shown. */
const CONTEXT = 3;

/**
 * The change of a file as `git apply` and `patch -p1` take it.
 *
 * Without the line `diff --git`: under it git takes names to count from the root of the work tree, and passes over all
 * of them in silence where the patch is applied in a folder below.
 *
 * It holds code as it is: for a terminal, hand it to `shownDiff`.
 *
 * @param file its path from the folder in which the patch is to be applied, with slashes. Git refuses one that begins
 *   with `../`.
 * @param before the old text; undefined for a new file, which must hold something
 * @returns nothing, the empty text, where both texts are the same
 */
export function unifiedDiff(file: string, before: string | undefined, after: string): string {
  if ((before ?? "") === after) return "";
  const patch = structuredPatch("", "", before ?? "", after, undefined, undefined, { context: CONTEXT });
  // A name that holds a space ends at a tab, as git writes it.
  const [from, to] = ["a", "b"].map((side) => quoted(`${side}/${file}`) + (file.includes(" ") ? "\t" : ""));
  return `--- ${before === undefined ? "/dev/null" : from}\n+++ ${to}\n${formatPatch(patch, OMIT_HEADERS)}`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\u0007": "\\a",
  "\b": "\\b",
  "\t": "\\t",
  "\n": "\\n",
  "\u000b": "\\v",
  "\f": "\\f",
  "\r": "\\r",
  '"': '\\"',
  "\\": "\\\\",
};

/** A path in quotation marks, with escapes, where git writes it so: where it is not printable ASCII. */
function quoted(path: string): string {
  if (/^[ !#-[\]-~]*$/.test(path)) return path;
  const bytes = [...Buffer.from(path)].map((byte) => {
    const character = String.fromCharCode(byte);
    const isPlain = byte >= 0x20 && byte < 0x7f;
    return ESCAPES[character] ?? (isPlain ? character : `\\${byte.toString(8).padStart(3, "0")}`);
  });
  return `"${bytes.join("")}"`;
}

/**
 * A patch for people: coloured, and with nothing in it that a terminal obeys. No tool applies it any more.
 *
 * @param patch what `unifiedDiff` made
 */
export function shownDiff(patch: string, colors: Colors): string {
  /** How many lines of the hunk are still to come, of the old text and of the new. */
  let [before, after] = [0, 0];
  const lines = patch.split("\n").map((line) => {
    const shown = line.replace(/\r$/, "").split("\t").map(visible).join("\t");
    const isHunk = before > 0 || after > 0;
    const counts = isHunk ? null : HUNK.exec(line);
    if (counts) {
      [before, after] = [Number(counts[1] ?? 1), Number(counts[2] ?? 1)];
      return colors.cyan(shown);
    }
    if (!isHunk) return line.startsWith("\\") || line === "" ? shown : colors.bold(shown);
    if (line.startsWith("\\")) return shown;
    if (!line.startsWith("+")) before--;
    if (!line.startsWith("-")) after--;
    if (line.startsWith("+")) return colors.green(shown);
    return line.startsWith("-") ? colors.red(shown) : shown;
  });
  return lines.join("\n");
}

/** The head of a hunk, with the counts of its lines; a count of one is left out. */
const HUNK = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/;
