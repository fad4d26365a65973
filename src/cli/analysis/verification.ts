import type { CheckedFile } from "../../model/outcome.ts";
import type { Verification, WhyUnchecked } from "../../model/verification.ts";
import type { ProjectResults } from "./project-results.ts";

/** A file, and what was to check the types of its rewrites. */
export interface Checkable {
  /** As it is after what the compiler refuses was withdrawn. */
  readonly checked: CheckedFile;
  /** The program that it is part of, or why it is not checked by any. */
  readonly by: ProjectResults | WhyUnchecked;
  /** Absolute. */
  readonly path: string;
  /** How many of its rewrites were withdrawn. */
  readonly withdrawn: number;
}

/** What was type-checked of the files that have rewrites, or had. */
export function verificationOf(files: readonly Checkable[]): Verification {
  const checks = new Map<ProjectResults, { files: string[]; withdrawn: number }>();
  const unchecked: Verification["unchecked"][number][] = [];
  for (const { checked, by, path, withdrawn } of files) {
    if (checked.edits.length === 0 && withdrawn === 0) continue;
    const why = typeof by === "string" ? by : by.results.get(path)?.unchecked;
    if (why !== undefined) unchecked.push({ file: checked.file, why });
    if (typeof by === "string" || (why !== undefined && withdrawn === 0)) continue;
    const check = checks.get(by) ?? { files: [], withdrawn: 0 };
    checks.set(by, check);
    if (why === undefined) check.files.push(checked.file);
    check.withdrawn += withdrawn;
  }
  return {
    checks: [...checks].map(([{ config, compiler, paths }, found]) => ({
      ...{ config, compiler, size: paths.size },
      ...found,
    })),
    unchecked,
  };
}
