import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from "diff/lib/patch/create.js";
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
  const from = before === undefined ? "/dev/null" : `a/${file}`;
  const patch = structuredPatch(from, `b/${file}`, before ?? "", after, undefined, undefined, { context: CONTEXT });
  const text = formatPatch(patch, FILE_HEADERS_ONLY);
  if (!file.includes(" ")) return text;
  // A name that holds a space ends at a tab, as git writes it.
  const [old = "", now = "", ...hunks] = text.split("\n");
  return [before === undefined ? old : `${old}\t`, `${now}\t`, ...hunks].join("\n");
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
