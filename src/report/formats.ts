import type { Outcome } from "../model/outcome.ts";
import type { CheckFormat } from "./format-names.ts";
import { githubReport } from "./github.ts";
import { gitlabReport } from "./gitlab.ts";
import { checkJson } from "./json.ts";
import { onelineReport } from "./oneline.ts";
import { patchReport } from "./patch.ts";
import { prettyReport } from "./pretty.ts";
import { rdjsonReport } from "./rdjson.ts";
import { sarifReport } from "./sarif.ts";
import type { ReportView } from "./view.ts";

/** Writes a report: the whole, each line with its line feed; empty where nothing is to be said. */
export type CheckReport = (outcome: Outcome, view: ReportView) => string;

const REPORTS: Readonly<Record<Exclude<CheckFormat, "markdown" | "agent">, CheckReport>> = {
  pretty: prettyReport,
  json: checkJson,
  sarif: sarifReport,
  github: githubReport,
  gitlab: gitlabReport,
  rdjson: rdjsonReport,
  diff: patchReport,
  oneline: onelineReport,
};

/**
 * What writes a format of `check`. Colours and width are left out of its view where the report goes to a file.
 *
 * The formats that explain play the code of each site: to load what does that takes longer than to start Node.
 */
export async function checkReport(format: CheckFormat): Promise<CheckReport> {
  if (format === "markdown") return (await import("./markdown.ts")).markdownReport;
  if (format === "agent") return (await import("./agent.ts")).agentReport;
  return REPORTS[format];
}
