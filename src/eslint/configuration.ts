import type { Analysis } from "../analyze.ts";
import type { BaselineEntry } from "../baseline/baseline.ts";
import { BaselineError } from "../baseline/baseline-error.ts";
import { matchBaseline } from "../baseline/match.ts";
import { readBaseline } from "../baseline/read.ts";
import { type Config, ConfigError } from "../config/config.ts";
import { configPlaces, findConfig } from "../config/find-config.ts";
import { UserPatterns } from "../config/user-patterns.ts";
import type { CheckedSite } from "../model/outcome.ts";
import { shownPath } from "../place/shown-path.ts";
import { printable } from "../report/ci-commands.ts";
import { placeOf } from "../report/layout.ts";
import { remembered } from "./remembered.ts";

/** The configuration that holds in a working folder, ready to be asked about one file after the other. */
export interface Configuration {
  readonly config: Config | undefined;
  /**
   * Whether its patterns leave a file out.
   *
   * @param path absolute
   */
  leavesOut(path: string): boolean;
  /**
   * The sites of a file, with `baselined` on those that the baseline lists.
   *
   * @param path absolute
   * @throws {ConfigError} if the baseline cannot be read
   */
  sitesOf(path: string, source: string, analysis: Analysis): readonly CheckedSite[];
}

const configurations = new Map<string, () => Configuration>();

/**
 * The configuration that holds in a folder, read anew only where its files have changed.
 *
 * @param workingFolder absolute
 * @throws {ConfigError} if it cannot be used
 */
export function configurationIn(workingFolder: string): Configuration {
  let current = configurations.get(workingFolder);
  if (!current) {
    current = remembered(
      () => configPlaces(workingFolder),
      () => configurationOf(findConfig(workingFolder), workingFolder),
    );
    configurations.set(workingFolder, current);
  }
  return usable(current);
}

function configurationOf(config: Config | undefined, workingFolder: string): Configuration {
  const patterns = new UserPatterns({ workingFolder, ignorePatterns: [], ...(config && { config }) });
  const entriesOf = baselineEntries(config?.baseline, workingFolder);
  return {
    config,
    leavesOut: (path) => patterns.matches(shownPath(workingFolder, path)),
    sitesOf(path, source, { sites, edits, suppressions }) {
      const file = shownPath(workingFolder, path);
      const entries = usable(entriesOf).get(file);
      if (!entries) return sites;
      const { files } = matchBaseline(entries, [{ file, source, sites, edits, suppressions }], () => false);
      return files.flatMap((each) => each.sites);
    },
  };
}

/** The entries of a baseline by the files that they are about; none where there is no baseline. */
function baselineEntries(path: string | undefined, workingFolder: string): () => ReadonlyMap<string, BaselineEntry[]> {
  if (path === undefined) return () => new Map();
  return remembered(
    () => [path],
    () => {
      const byFile = new Map<string, BaselineEntry[]>();
      for (const entry of readBaseline({ path, workingFolder }).entries) {
        const others = byFile.get(entry.file);
        if (others) others.push(entry);
        else byFile.set(entry.file, [entry]);
      }
      return byFile;
    },
  );
}

/** ESLint prints what is thrown as it is, and what a configuration or a baseline holds may be a stranger's. */
function usable<Of>(ask: () => Of): Of {
  try {
    return ask();
  } catch (error) {
    if (error instanceof ConfigError) throw new ConfigError(printable(error.message));
    if (!(error instanceof BaselineError)) throw error;
    const { file = "baseline", line, message } = error.failure;
    throw new ConfigError(printable(`${placeOf({ file, ...(line !== undefined && { line }) })}: ${message}`));
  }
}
