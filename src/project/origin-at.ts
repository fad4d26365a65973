import type { Edit } from "../model/site.ts";

/** Where a place of an edited text comes from. */
export interface OriginAt {
  /** The offset in the old text; that of the edit for what the edit put in. */
  readonly offset: number;
  /** The edit that put it in. */
  readonly edit?: Edit;
}

/**
 * Traces an offset of an edited text back to the old one.
 *
 * @param edits sorted, not overlapping
 * @param offset in the new text, in UTF-16 code units
 */
export function originAt(edits: readonly Edit[], offset: number): OriginAt {
  let grown = 0;
  for (const edit of edits) {
    const start = edit.start + grown;
    if (offset < start) break;
    if (offset < start + edit.text.length) return { offset: edit.start, edit };
    grown += edit.text.length - (edit.end - edit.start);
  }
  return { offset: offset - grown };
}
