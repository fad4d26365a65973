import type { Outcome } from "../model/outcome.ts";
import { agentReport } from "./agent.ts";
import type { CheckFormat } from "./format-names.ts";
import { githubReport } from "./github.ts";
import { gitlabReport } from "./gitlab.ts";
import { checkJson } from "./json.ts";
import { markdownReport } from "./markdown.ts";
import { onelineReport } from "./oneline.ts";
import { patchReport } from "./patch.ts";
import { prettyReport } from "./pretty.ts";
import { rdjsonReport } from "./rdjson.ts";
import { sarifReport } from "./sarif.ts";
import type { ReportView } from "./view.ts";

/**
 * What writes each format of `check`: the whole report, each line with its line feed; empty where nothing is to be said.
 * Colours and width are left out of the view where the report goes to a file.
 */
export const CHECK_REPORTS: Readonly<Record<CheckFormat, (outcome: Outcome, view: ReportView) => string>> = {
  pretty: prettyReport,
  json: checkJson,
  sarif: sarifReport,
  github: githubReport,
  gitlab: gitlabReport,
  rdjson: rdjsonReport,
  diff: patchReport,
  oneline: onelineReport,
  markdown: markdownReport,
  agent: agentReport,
};
