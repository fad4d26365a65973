import type { Failure, Outcome, Problem } from "../model/outcome.ts";
import type { Range } from "../model/site.ts";
import { plain } from "../rules/sentence.ts";
import { withoutHidden } from "./json-text.ts";
import { problemFile } from "./problem-file.ts";
import { uploadPath } from "./repository-path.ts";
import { artifactAt, runProvenance } from "./sarif-provenance.ts";
import { LEVELS, SARIF_RULES, sarifRule } from "./sarif-rules.ts";
import { capital, messageOf } from "./sarif-text.ts";
import { scopeFlow } from "./scope-flow.ts";
import { type Told, toldOf } from "./told.ts";
import type { ReportView } from "./view.ts";

/** Where the schema of SARIF 2.1.0 is published. Programs take it for the format's name; nothing fetches it. */
export const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

type SarifView = Pick<ReportView, "version" | "docs" | "failOn" | "exitCode" | "provenance">;

/**
 * What a run found as SARIF 2.1.0, as GitHub code scanning takes it: findings and their advice as results, each with
 * the way of the scope from the challenge to the request; what could not be decided as notifications of the tool.
 *
 * Lines end with LF, columns count UTF-16 code units. Paths count from the root of the repository.
 *
 * @returns JSON that ends with a line feed
 */
export function sarifReport(outcome: Outcome, view: SarifView): string {
  const { failures, remarks } = outcome;
  const { repositories } = view.provenance;
  const place: Place = (file) => artifactAt(uploadPath(file, repositories), repositories);
  const run = {
    tool: { driver: driverOf(view) },
    invocations: [
      {
        executionSuccessful: failures.length === 0,
        exitCode: view.exitCode,
        ...(view.provenance.time !== undefined && { startTimeUtc: view.provenance.time }),
        toolExecutionNotifications: [
          ...failures.map((failure: Failure) => notificationOf(failure, place, "error", failure.kind)),
          ...remarks.map((remark) => notificationOf(remark, place, "note")),
        ],
      },
    ],
    columnKind: "utf16CodeUnits",
    newlineSequences: ["\r\n", "\n"],
    ...runProvenance(view.provenance),
    results: toldOf(outcome, view).map((told) => resultOf(told, place)),
  };
  return `${withoutHidden(JSON.stringify({ $schema: SCHEMA, version: "2.1.0", runs: [run] }, null, 2))}\n`;
}

/** What SARIF calls the tool, with its rules. */
export function driverOf({ version, docs }: Pick<SarifView, "version" | "docs">) {
  return {
    name: "step-up-union",
    version,
    semanticVersion: version,
    informationUri: docs,
    rules: SARIF_RULES.map((rule) => sarifRule(rule, docs)),
  };
}

/** Where a file lies, by its path from the working folder. */
type Place = (file: string) => ReturnType<typeof artifactAt>;

function resultOf(told: Told, place: Place) {
  const { rule, verdict, message, file, fingerprint } = told;
  return {
    ruleId: rule,
    ruleIndex: SARIF_RULES.indexOf(rule),
    level: LEVELS[verdict],
    message: messageOf(capital(message)),
    locations: [{ physicalLocation: { artifactLocation: place(file), region: regionOf(told) } }],
    // Not `primaryLocationLineHash`, the one name that GitHub reads: it warns where the hash is not its own.
    partialFingerprints: { "stepUpUnionSite/v1": fingerprint },
    ...flowOf(told, place),
  };
}

function regionOf({ found, line, column }: Told) {
  return found ? regionOfRange(found, found.site) : { startLine: line, startColumn: column };
}

function regionOfRange({ places }: NonNullable<Told["found"]>, range: Range) {
  const { line, column, endLine, endColumn } = places.units(range);
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** The way of the challenged scope to the request, as the steps of one thread. */
function flowOf({ found, verdict, file }: Told, place: Place) {
  if (!found || verdict === "advice") return {};
  const locations = scopeFlow(found.site.reasons).map(({ at, sentence, isMain }) => ({
    importance: isMain ? "essential" : "important",
    location: {
      physicalLocation: { artifactLocation: place(file), region: regionOfRange(found, at) },
      message: messageOf(capital(plain(sentence))),
    },
  }));
  return { codeFlows: [{ threadFlows: [{ locations }] }] };
}

function notificationOf(problem: Problem, place: Place, level: "error" | "note", kind?: string) {
  const { line, column } = problem;
  const { file, message } = problemFile(problem);
  const region = line === undefined ? {} : { region: { startLine: line, ...(column && { startColumn: column }) } };
  return {
    level,
    message: messageOf(capital(message)),
    ...(kind && { descriptor: { id: kind } }),
    ...(file !== undefined && {
      locations: [{ physicalLocation: { artifactLocation: place(file), ...region } }],
    }),
  };
}
