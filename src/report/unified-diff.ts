import { formatPatch, OMIT_HEADERS, structuredPatch } from "diff/lib/patch/create.js";
import type { Colors } from "./paint.ts";
import { visible } from "./safe-text.ts";

/** How many lines around a change are shown. */
const CONTEXT = 3;

/**
 * The change of a file as `git apply` and `patch -p1` take it.
 *
 * It holds code as it is: for a terminal, hand it to `shownDiff`.
 *
 * @param file its path from the folder in which the patch is to be applied, with slashes. Git refuses one that begins
 *   with `../`.
 * @param before the old text; undefined for a new file
 * @returns nothing, the empty text, where both texts are the same
 */
export function unifiedDiff(file: string, before: string | undefined, after: string): string {
  if (before === after) return "";
  const patch = structuredPatch("", "", before ?? "", after, undefined, undefined, { context: CONTEXT });
  const [from, to] = [quoted(`a/${file}`), quoted(`b/${file}`)];
  // A name that holds a space ends at a tab, as git writes it.
  const end = file.includes(" ") ? "\t" : "";
  const head = [`diff --git ${from} ${to}`];
  if (before === undefined) head.push("new file mode 100644");
  if (patch.hunks.length === 0) return `${head.join("\n")}\n`;
  head.push(before === undefined ? "--- /dev/null" : `--- ${from}${end}`, `+++ ${to}${end}`);
  return `${head.join("\n")}\n${formatPatch(patch, OMIT_HEADERS)}`;
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
  let isHead = false;
  const lines = patch.split("\n").map((line) => {
    const shown = line.replace(/\r$/, "").split("\t").map(visible).join("\t");
    // Lines of a hunk begin with a space, a sign or a backslash, so that none can be taken for a head.
    if (line.startsWith("diff --git ")) isHead = true;
    if (isHead && !line.startsWith("@@ ")) return colors.bold(shown);
    isHead = false;
    if (line.startsWith("@@ ")) return colors.cyan(shown);
    if (line.startsWith("+")) return colors.green(shown);
    if (line.startsWith("-")) return colors.red(shown);
    return shown;
  });
  return lines.join("\n");
}
