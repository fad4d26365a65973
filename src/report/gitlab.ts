import type { Outcome } from "../model/outcome.ts";
import { fingerprint as printOf } from "./fingerprint.ts";
import { withoutHidden } from "./json-text.ts";
import { messageLines } from "./layout.ts";
import { type PlacedFailure, placedFailures } from "./problem-file.ts";
import { uploadPath } from "./repository-path.ts";
import { type Told, toldOf } from "./told.ts";
import type { ReportView } from "./view.ts";

/** GitLab's words, from the gravest on: blocker, critical, major, minor, info. */
const SEVERITIES = { rewrite: "critical", review: "major", advice: "info" } as const;

/**
 * What a run found as a GitLab Code Quality report: files that could not be judged, then findings and their advice.
 *
 * Paths count from the root of the repository.
 *
 * @returns a JSON array that ends with a line feed, without a byte order mark
 */
export function gitlabReport(outcome: Outcome, view: Pick<ReportView, "failOn" | "provenance">): string {
  const issues = [...placedFailures(outcome).map(issueOfFailure), ...toldOf(outcome, view).map(issueOf)];
  const { repositories } = view.provenance;
  for (const { location } of issues) location.path = uploadPath(location.path, repositories);
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
    fingerprint: printOf([kind, file, rank]),
    severity: "blocker",
    location: { path: file, lines: { begin: line } },
  };
}
