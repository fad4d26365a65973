import type { Advice, Site } from "../model/site.ts";
import type { Suppression } from "../model/suppression.ts";
import { printable } from "./ci-commands.ts";

/**
 * A site as one line of the runner's report: `line:column verdict rule message`, and each advice behind it.
 *
 * The runner puts the file's path before it.
 */
export function runnerLine(site: Site): string {
  const advice = reported(site).map(({ rule, message }) => ` [advice ${rule}: ${message}]`);
  return oneLine(`${site.line}:${site.column} ${site.verdict} ${site.rule} ${site.message}${advice.join("")}`);
}

/** What the runner counts for a site: its verdict with its rule, and each advice. */
export function runnerCounts(site: Site): string[] {
  return [`${site.verdict} ${site.rule}`, ...reported(site).map(({ rule }) => `advice ${rule}`)];
}

/** A suppression comment that is not in order as one line: `line:column suppression state message`. */
export function suppressionLine({ line, column, state, message = "" }: Suppression): string {
  return oneLine(`${line}:${column} suppression ${state} ${message}`);
}

/** What the runner counts for a suppression comment, one in order included. */
export function suppressionCount({ state }: Suppression): string {
  return `suppression ${state}`;
}

const reported = ({ advice }: Site): Advice[] => advice.filter(({ suppressed }) => !suppressed);

/** On one line, safe for a terminal and for the log of a CI system. */
const oneLine = (text: string): string =>
  printable(
    text.replace(/\s+/g, (blanks) => (/[\n\r\u2028\u2029]/.test(blanks) ? " " : blanks.replaceAll("\t", "  "))),
  );
