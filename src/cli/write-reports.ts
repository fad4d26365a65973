import type { Failure } from "../model/outcome.ts";
import type { Output } from "./output-settings.ts";
import { canBeReplaced, refusalToWrite, writeOutput } from "./write-output.ts";

/**
 * Writes the reports that go to files. Each is tried; one that cannot be written is a failure of the run, which the
 * others tell.
 *
 * @param render makes a report's text, and is handed what made others fail
 * @returns why those cannot be written that cannot
 */
export function writeReports<Name extends string>(
  outputs: readonly Output<Name>[],
  render: (format: Name, unwritten: readonly Failure[]) => string,
): readonly Failure[] {
  const files = outputs.flatMap(({ format, path }) => (path === undefined ? [] : [{ format, path }]));
  const looked = files.map((file) => ({ ...file, refusal: refusalToWrite(file.path) }));
  const refusals = looked.flatMap(({ refusal }) => refusal ?? []);
  const tried = looked
    .filter(({ refusal }) => !refusal)
    .map(({ format, path }) => ({ format, path, failure: writeOutput(path, render(format, refusals)) }));
  const late = tried.flatMap(({ failure }) => failure ?? []);
  const unwritten = [...refusals, ...late];
  if (late.length === 0) return unwritten;
  for (const { format, path, failure } of tried) {
    if (!failure && canBeReplaced(path)) writeOutput(path, render(format, unwritten));
  }
  return unwritten;
}
