import type { Site } from "../model/site.ts";
import type { Suppression } from "../model/suppression.ts";
import { runnerCounts, runnerLine, suppressionCount, suppressionLine } from "./runner-line.ts";

/** What the runner is told about one file. */
export interface RunnerReport {
  /** To be printed, in source order. */
  readonly lines: readonly string[];
  /** To be counted, once for each time that they stand here. */
  readonly counts: readonly string[];
}

/** The sites that no comment suppresses, and the suppression comments that are not in order. */
export function runnerReport(analysis: {
  readonly sites: readonly Site[];
  readonly suppressions: readonly Suppression[];
}): RunnerReport {
  const sites = analysis.sites.filter(({ suppressed }) => !suppressed);
  const faulty = analysis.suppressions.filter(({ state }) => state !== "used");
  const entries = [
    ...sites.map((site) => ({ start: site.start, line: runnerLine(site) })),
    ...faulty.map((suppression) => ({ start: suppression.start, line: suppressionLine(suppression) })),
  ];
  return {
    lines: entries.sort((a, b) => a.start - b.start).map(({ line }) => line),
    counts: [...sites.flatMap(runnerCounts), ...analysis.suppressions.map(suppressionCount)],
  };
}
