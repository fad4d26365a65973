import { readFileSync } from "node:fs";
import type { FailureKind } from "../model/outcome.ts";
import { codeOf } from "../place/error-code.ts";
import { unreadable } from "../place/system-error.ts";
import type { Baseline, BaselinePlace } from "./baseline.ts";
import { BaselineError } from "./baseline-error.ts";
import { parseBaseline } from "./parse-baseline.ts";
import { fileOf, nameOf } from "./paths.ts";

/**
 * Reads a baseline.
 *
 * @param mayBeMissing whether no file is as good as an empty baseline: where one is about to be written
 * @throws {BaselineError} if there is no file, or it can't be read, or is no baseline
 */
export function readBaseline(place: BaselinePlace, mayBeMissing = false): Baseline {
  const source = sourceOf(place, mayBeMissing);
  if (source === undefined) return { place, entries: [] };
  const parsed = parseBaseline(source);
  if ("message" in parsed) throw new BaselineError({ kind: "usage", file: nameOf(place), ...parsed });
  return { place, source, entries: parsed.map((entry) => ({ ...entry, file: fileOf(place, entry.file) })) };
}

function sourceOf(place: BaselinePlace, mayBeMissing: boolean): string | undefined {
  try {
    return readFileSync(place.path, "utf8");
  } catch (error) {
    const code = codeOf(error);
    const fail = (kind: FailureKind, message: string) =>
      new BaselineError({ kind, file: nameOf(place), message }, error);
    if (code !== "ENOENT") {
      throw fail("unreadable", `The baseline cannot be read. ${unreadable(nameOf(place), error).message}`);
    }
    if (mayBeMissing) return undefined;
    throw fail("usage", "There is no such baseline. Write one by --update-baseline, or name another file.");
  }
}
