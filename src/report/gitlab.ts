import { hash } from "node:crypto";
import type { Outcome } from "../model/outcome.ts";
import { withoutHidden } from "./json-text.ts";
import { messageLines } from "./layout.ts";
import { type PlacedFailure, placedFailures } from "./problem-file.ts";
import { type Told, toldOf } from "./told.ts";
import type { ReportView } from "./view.ts";

/** GitLab's words, from the gravest on: blocker, critical, major, minor, info. */
const SEVERITIES = { rewrite: "critical", review: "major", advice: "info" } as const;

/**
 * What a run found as a GitLab Code Quality report: files that could not be judged, then findings and their advice.
 *
 * Paths count from the working folder: run the command in the root of the repository.
 *
 * @returns a JSON array that ends with a line feed, without a byte order mark
 */
export function gitlabReport(outcome: Outcome, view: Pick<ReportView, "failOn">): string {
  const issues = [...placedFailures(outcome).map(issueOfFailure), ...toldOf(outcome, view).map(issueOf)];
  return `${withoutHidden(JSON.stringify(issues, null, 2))}\n`;
}

function issueOf({ verdict, rule, message, file, line, found, fingerprint }: Told) {
  const at = found?.places.units(found.site);
  return {
    description: message,
    check_name: rule,
    fingerprint,
    severity: SEVERITIES[verdict],
    location: { path: file, lines: { begin: at?.line ?? line, ...(at && { end: at.endLine }) } },
  };
}

function issueOfFailure(
  { kind, file, line = 1, message }: PlacedFailure,
  index: number,
  all: readonly PlacedFailure[],
) {
  const rank = all.slice(0, index).filter((other) => other.file === file && other.kind === kind).length;
  return {
    description: `Could not decide: ${messageLines(message).join(" ")}`,
    check_name: kind,
    fingerprint: hash("sha256", JSON.stringify([kind, file, rank])).slice(0, 32),
    severity: "blocker",
    location: { path: file, lines: { begin: line } },
  };
}
