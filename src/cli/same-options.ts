import type { Failure } from "../model/outcome.ts";
import { quotedWord } from "../report/shell-word.ts";
import type { CheckRequest } from "./check-request.ts";

/** A request without a project that could not be read: to repeat it leads nowhere. */
export function usableOf(request: CheckRequest, failures: readonly Failure[]): CheckRequest {
  const { project, ...others } = request;
  return failures.some(({ kind, file }) => kind === "usage" && file === project) ? others : request;
}

/** The options under which another command finds the same sites in a file, as words of a shell. */
export function siteOptions({ project, staged, config, options = {} }: CheckRequest): string[] {
  return [
    ...(config === false ? ["--no-config"] : []),
    ...(typeof config === "object" && config.isNamed ? option("config", config.path) : []),
    ...(staged ? ["--staged"] : []),
    ...option("project", project),
    ...Object.entries(options).flatMap(([name, value]) => option(name, value)),
  ];
}

/**
 * The options under which `fix` rewrites the same sites, as words of a shell. It has no `--staged`; what is staged is in
 * the index, so that no change of it is lost.
 */
export const fixOptions = ({ staged, ...others }: CheckRequest): string[] => [
  ...(staged ? ["--allow-dirty"] : []),
  ...siteOptions(others),
];

/** The options under which another command looks at the same files, as words of a shell. */
export function fileOptions({ since, ignorePatterns = [], gitignore, allowNoFiles }: CheckRequest): string[] {
  return [
    ...option("since", since),
    ...ignorePatterns.flatMap((pattern) => option("ignore-pattern", pattern)),
    ...(gitignore === false ? ["--no-ignore"] : []),
    ...(allowNoFiles ? ["--allow-no-files"] : []),
  ];
}

const option = (name: string, value: string | undefined): string[] =>
  value === undefined ? [] : [`--${name}=${quotedWord(value)}`];
