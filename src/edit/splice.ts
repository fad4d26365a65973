import type { Edit } from "../model/site.ts";

/** Sorts edits and drops repeated ones: sites that share a read of the tokens ask for it each. */
export function ordered<E extends Edit>(edits: readonly E[]): E[] {
  const distinct = new Map(edits.map((edit) => [`${edit.start}:${edit.end}:${edit.text}`, edit]));
  return [...distinct.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * Applies edits to a text.
 *
 * @param edits sorted by start (see `ordered`)
 * @throws {RangeError} when two edits overlap, which is a fault of the engine
 */
export function splice(source: string, edits: readonly Edit[]): string {
  let text = "";
  let at = 0;
  for (const edit of edits) {
    if (edit.start < at) throw new RangeError(`edits overlap at offset ${edit.start}`);
    text += source.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + source.slice(at);
}
