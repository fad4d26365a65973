import type { Failure } from "../../model/outcome.ts";
import { jsonText } from "../json-text.ts";
import { visible } from "../safe-text.ts";
import { driverOf, SCHEMA } from "../sarif.ts";
import { artifactAt, versionControl } from "../sarif-provenance.ts";
import { LEVELS, SARIF_RULES } from "../sarif-rules.ts";
import { capital, messageOf } from "../sarif-text.ts";
import type { FindingPlace, Overview, OverviewFinding } from "./overview.ts";

interface View {
  readonly version: string;
  readonly docs: string;
  readonly exitCode: 0 | 1 | 2;
}

/**
 * An overview as SARIF 2.1.0: a run for each repository, with its address and commit, and paths from its root. A report
 * that could not be read is a notification of a run of its own.
 *
 * @returns JSON that ends with a line feed
 */
export function overviewSarif({ checkouts, findings, failures }: Overview, view: View): string {
  const runs = checkouts.map((checkout, index) => {
    const { undecided, name } = checkout;
    return {
      ...runOf(view, undecided.length === 0, undecided.map(failureText)),
      automationDetails: { id: `step-up-union/${visible(name)}/` },
      ...versionControl([checkout]),
      results: findings.flatMap((finding) =>
        finding.places.filter((place) => place.checkout === index).map((place) => resultOf(finding, place, checkout)),
      ),
    };
  });
  const failed = failures.map(failureText);
  const all = failed.length > 0 ? [...runs, { ...runOf(view, false, failed), results: [] }] : runs;
  return jsonText({ $schema: SCHEMA, version: "2.1.0", runs: all });
}

const failureText = ({ message, file, line, column }: Failure): string =>
  file === undefined ? message : `${[file, line, column].filter((part) => part !== undefined).join(":")}: ${message}`;

function runOf({ version, docs }: View, executionSuccessful: boolean, messages: readonly string[]) {
  const toolExecutionNotifications = messages.map((text) => ({ level: "error", message: messageOf(text) }));
  return {
    tool: { driver: driverOf({ version, docs }) },
    invocations: [{ executionSuccessful, toolExecutionNotifications }],
    columnKind: "utf16CodeUnits",
  };
}

function resultOf(
  finding: OverviewFinding,
  { file, line, column, endLine, endColumn }: FindingPlace,
  checkout: Overview["checkouts"][number],
) {
  const { rule, verdict, message, fingerprint } = finding;
  const region = {
    startLine: line,
    startColumn: column,
    ...(endLine !== undefined && { endLine }),
    ...(endColumn !== undefined && { endColumn }),
  };
  return {
    ruleId: rule,
    ruleIndex: SARIF_RULES.indexOf(rule),
    level: LEVELS[verdict],
    message: messageOf(capital(message)),
    locations: [{ physicalLocation: { artifactLocation: artifactAt(file, [checkout]), region } }],
    partialFingerprints: { "stepUpUnionSite/v1": fingerprint },
  };
}
