import { type FailOn, isFinding, type Outcome } from "../model/outcome.ts";

/** What the exit codes of every command mean; 2 outranks 1. */
export const EXIT_CODES = {
  0: "clean: no finding",
  1: "findings",
  2: "could not decide: a wrong option, an unreadable file, nothing matched, a candidate that does not parse, a crash",
  130: "interrupted (Ctrl-C)",
} as const;

/** The codes with which a command ends by itself. */
export type ExitCode = Exclude<keyof typeof EXIT_CODES, 130>;

/** The exit code of a check. */
export function exitCodeOf(
  { files, failures, dependencies }: Pick<Outcome, "files" | "failures" | "dependencies">,
  failOn: FailOn,
): ExitCode {
  if (failures.length > 0) return 2;
  if (failOn === "never") return 0;
  const isFailing =
    files.some(({ sites }) => sites.some((site) => isFinding(site, failOn))) ||
    dependencies.some((dependency) => dependency.isFinding);
  return isFailing ? 1 : 0;
}
