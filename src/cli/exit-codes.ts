import { type FailOn, isFinding, type Outcome } from "../model/outcome.ts";

/** What the exit codes of every command mean; 2 outranks 1. */
export const EXIT_CODES = {
  0: "clean: no finding",
  1: "findings",
  2: "could not decide: a wrong option, an unreadable file, nothing matched, a candidate that does not parse, a crash",
  130: "interrupted (Ctrl-C)",
} as const;

/** What they mean of one command: those that it ends with. */
export const COMMAND_EXIT_CODES: Readonly<
  Record<"check" | "fix" | "explain" | "merge", Readonly<Record<number, string>>>
> = {
  check: EXIT_CODES,
  fix: { ...EXIT_CODES, 0: "clean: no finding is left", 1: "findings are left" },
  explain: { 0: "explained, or nothing to explain", 2: EXIT_CODES[2], 130: EXIT_CODES[130] },
  merge: {
    0: "no report has a finding",
    1: "a report has findings",
    2: "a report could not decide, or cannot be read; a wrong option; a crash",
    130: EXIT_CODES[130],
  },
};

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
