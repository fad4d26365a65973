import type { Site } from "../model/site.ts";

/**
 * A site as one line of the runner's report: `line:column verdict rule message`, and each advice behind it.
 *
 * The runner puts the file's path before it.
 */
export function runnerLine(site: Site): string {
  const advice = site.advice.map(({ rule, message }) => ` [advice ${rule}: ${message}]`);
  const line = `${site.line}:${site.column} ${site.verdict} ${site.rule} ${site.message}${advice.join("")}`;
  return line.replace(/\s*[\r\n]+\s*/g, " ");
}

/** What the runner counts for a site: its verdict with its rule, and each advice. */
export function runnerCounts(site: Site): string[] {
  return [`${site.verdict} ${site.rule}`, ...site.advice.map(({ rule }) => `advice ${rule}`)];
}
