import { BASELINE_VERSION, type BaselineEntry, type BaselinePlace } from "./baseline.ts";
import { writtenPath } from "./paths.ts";

/**
 * The text of a baseline: JSON with one entry on a line, by file, symbols, rule, code and ordinal, so that version
 * control merges changes of different files by itself.
 */
export function baselineText(entries: readonly BaselineEntry[], place: BaselinePlace): string {
  const written = entries.map((entry) => ({ ...entry, file: writtenPath(place, entry.file) })).sort(byPlace);
  const lines = written.map(({ file, rule, symbols, code, ordinal, text }) =>
    // In this order for people: where, what, and then the rest.
    visible(JSON.stringify({ file, symbols, rule, text, code, ordinal })),
  );
  return `{\n"version": ${BASELINE_VERSION},\n"sites": [\n${lines.join(",\n")}${lines.length > 0 ? "\n" : ""}]\n}\n`;
}

function byPlace(one: BaselineEntry, other: BaselineEntry): number {
  return (
    compare(one.file, other.file) ||
    compareLists(one.symbols, other.symbols) ||
    compare(one.rule, other.rule) ||
    compare(one.code, other.code) ||
    one.ordinal - other.ordinal
  );
}

/** By code units: the same on every machine, whatever its language. */
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function compareLists(one: readonly string[], other: readonly string[]): number {
  for (const [index, name] of one.entries()) {
    const another = other[index];
    if (another === undefined) return 1;
    const order = compare(name, another);
    if (order !== 0) return order;
  }
  return one.length - other.length;
}

/** Names and code come from anywhere: no control or direction character of theirs acts where the file is looked at. */
function visible(json: string): string {
  return json.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    // Both halves of a character beyond the basic plane.
    character
      .split("")
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
      .join(""),
  );
}
