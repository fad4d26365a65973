import type { Failure, Outcome, Problem } from "../model/outcome.ts";
import type { Range } from "../model/site.ts";
import { plain } from "../rules/sentence.ts";
import { withoutHidden } from "./json-text.ts";
import { messageLines } from "./layout.ts";
import { problemFile } from "./problem-file.ts";
import { LEVELS, SARIF_RULES, sarifRule } from "./sarif-rules.ts";
import { scopeFlow } from "./scope-flow.ts";
import { type Told, toldOf } from "./told.ts";
import type { ReportView } from "./view.ts";

/** Where the schema of SARIF 2.1.0 is published. Programs take it for the format's name; nothing fetches it. */
const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

type SarifView = Pick<ReportView, "version" | "docs" | "failOn" | "exitCode">;

/**
 * What a run found as SARIF 2.1.0, as GitHub code scanning takes it: findings and their advice as results, each with
 * the way of the scope from the challenge to the request; what could not be decided as notifications of the tool.
 *
 * Lines end with LF, columns count UTF-16 code units. Paths count from the working folder: run the command in the root
 * of the repository.
 *
 * @returns JSON that ends with a line feed
 */
export function sarifReport(outcome: Outcome, view: SarifView): string {
  const { failures, remarks } = outcome;
  const run = {
    tool: { driver: driverOf(view) },
    invocations: [
      {
        executionSuccessful: failures.length === 0,
        exitCode: view.exitCode,
        toolExecutionNotifications: [
          ...failures.map((failure: Failure) => notificationOf(failure, "error", failure.kind)),
          ...remarks.map((remark) => notificationOf(remark, "note")),
        ],
      },
    ],
    columnKind: "utf16CodeUnits",
    newlineSequences: ["\r\n", "\n"],
    results: toldOf(outcome, view).map(resultOf),
  };
  return `${withoutHidden(JSON.stringify({ $schema: SCHEMA, version: "2.1.0", runs: [run] }, null, 2))}\n`;
}

function driverOf({ version, docs }: SarifView) {
  return {
    name: "step-up-union",
    version,
    semanticVersion: version,
    informationUri: docs,
    rules: SARIF_RULES.map((rule) => sarifRule(rule, docs)),
  };
}

function resultOf(told: Told) {
  const { rule, verdict, message, file, fingerprint } = told;
  return {
    ruleId: rule,
    ruleIndex: SARIF_RULES.indexOf(rule),
    level: LEVELS[verdict],
    message: messageOf(capital(message)),
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: regionOf(told) } }],
    // Not `primaryLocationLineHash`, the one name that GitHub reads: it warns where the hash is not its own.
    partialFingerprints: { "stepUpUnionSite/v1": fingerprint },
    ...flowOf(told),
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
function flowOf({ found, verdict, file }: Told) {
  if (!found || verdict === "advice") return {};
  const locations = scopeFlow(found.site.reasons).map(({ at, sentence, isMain }) => ({
    importance: isMain ? "essential" : "important",
    location: {
      physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: regionOfRange(found, at) },
      message: messageOf(capital(plain(sentence))),
    },
  }));
  return { codeFlows: [{ threadFlows: [{ locations }] }] };
}

function notificationOf(problem: Problem, level: "error" | "note", kind?: string) {
  const { line, column } = problem;
  const { file, message } = problemFile(problem);
  const region = line === undefined ? {} : { region: { startLine: line, ...(column && { startColumn: column }) } };
  return {
    level,
    message: messageOf(capital(message)),
    ...(kind && { descriptor: { id: kind } }),
    ...(file !== undefined && {
      locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...region } }],
    }),
  };
}

/**
 * Text on one line in which SARIF finds neither a link, `[text](address)`, nor a place for an argument, `{0}`. A blank
 * keeps them apart: not all viewers know SARIF's escapes.
 */
function messageOf(text: string): { text: string } {
  const line = messageLines(text).join(" ");
  return { text: line.replace(/\](?=\()/g, "] ").replace(/\{(?=\d+\})/g, "{ ") };
}

/** A path as a relative reference; one of another drive of Windows as an address of its own. */
function uriOf(file: string): string {
  // What is no Unicode, `encodeURIComponent` throws at.
  const path = Buffer.from(file).toString().split("/").map(encodeURIComponent).join("/");
  return /^[a-z]:\//i.test(file) ? `file:///${file.slice(0, 2)}${path.slice(path.indexOf("/"))}` : path;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
