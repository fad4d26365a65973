import { readFileSync } from "node:fs";
import { unwritable } from "../place/system-error.ts";
import { writeWhole } from "../place/write-whole.ts";
import type { Baseline, BaselineEntry } from "./baseline.ts";
import { BaselineError } from "./baseline-error.ts";
import { nameOf } from "./paths.ts";
import { baselineText } from "./text.ts";

/**
 * Puts entries into a baseline's file, all at once, and only if they are not what it holds already.
 *
 * @param baseline as it was read
 * @param entries what `updatedBaseline` or `BaselineMatch.kept` says
 * @returns whether the file was written
 * @throws {BaselineError} if it can't be written, or is not what was read any more
 */
export function writeBaseline(baseline: Baseline, entries: readonly BaselineEntry[]): boolean {
  const { place, source } = baseline;
  const text = baselineText(entries, place);
  if (source !== undefined && isSameJson(source, text)) return false;
  if (currentText(place.path) !== source) {
    const message = "The baseline was changed by something else meanwhile, and is left as it is. Run again.";
    throw new BaselineError({ kind: "unreadable", file: nameOf(place), message });
  }
  try {
    writeWhole(place.path, text);
  } catch (error) {
    throw new BaselineError(unwritable(nameOf(place), "baseline", error), error);
  }
  return true;
}

/** Whether two texts say the same. A formatter's layout, or a checkout's line endings, are not fought against. */
function isSameJson(one: string, other: string): boolean {
  try {
    return JSON.stringify(JSON.parse(one.replace(/^\uFEFF/, ""))) === JSON.stringify(JSON.parse(other));
  } catch {
    return false;
  }
}

function currentText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
