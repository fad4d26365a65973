import { readFileSync, realpathSync } from "node:fs";
import { resolve } from "node:path";
import type { Failure } from "../../model/outcome.ts";
import { codeOf } from "../../place/error-code.ts";
import { slashed } from "../../place/shown-path.ts";
import { unreadable } from "../../place/system-error.ts";
import type { Report } from "../../report/merge/document.ts";
import { readDocument } from "../../report/merge/read-document.ts";

/** The reports that could be read, and why others could not. */
export interface ReadReports {
  readonly reports: readonly Report[];
  readonly failures: readonly Failure[];
}

/**
 * Reads reports of `check --format json`, each file once.
 *
 * @param paths absolute or from the working folder
 */
export function readReports(paths: readonly string[], workingFolder: string): ReadReports {
  const reports: Report[] = [];
  const failures: Failure[] = [];
  const known = new Map<string, string>();
  for (const path of paths) {
    const file = slashed(path);
    try {
      const real = realpathSync(resolve(workingFolder, path));
      const twin = known.get(real);
      known.set(real, twin ?? file);
      const found = twin === undefined ? readDocument(readFileSync(real, "utf8")) : { message: TWICE(twin) };
      if ("message" in found) failures.push({ kind: "usage", file, message: found.message });
      else reports.push({ file, document: found });
    } catch (error) {
      failures.push(refusal(file, error));
    }
  }
  return { reports, failures };
}

const TWICE = (twin: string): string => `It is the same report as ${twin}. Give each once.`;

function refusal(file: string, error: unknown): Failure {
  const code = codeOf(error);
  const message =
    code === "ENOENT"
      ? "There is no such file. Give the reports that check --output-file json=<file> wrote."
      : code === "EISDIR"
        ? `This is a folder. Name the reports in it: ${file}/*.json.`
        : undefined;
  return message === undefined ? unreadable(file, error) : { kind: "unreadable", file, message };
}
