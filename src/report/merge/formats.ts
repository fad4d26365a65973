import type { MergeFormat } from "../format-names.ts";
import { jsonText } from "../json-text.ts";
import type { Colors } from "../paint.ts";
import { csvReport } from "./csv.ts";
import type { CheckDocument } from "./document.ts";
import type { Overview } from "./overview.ts";
import { overviewHtml } from "./overview-html.ts";
import { overviewJson } from "./overview-json.ts";
import { overviewSarif } from "./overview-sarif.ts";
import { tableReport } from "./table.ts";

/** What is to be shown, and how. */
export interface MergeView {
  /** The version of this tool. */
  readonly version: string;
  /** The address of the page that documents the rules. */
  readonly docs: string;
  /** The code with which the command will end. */
  readonly exitCode: 0 | 1 | 2;
  /** The one run whose parts were joined; absent where there are several. */
  readonly run?: CheckDocument;
  readonly colors?: Colors;
}

/** What writes each format of `merge`. */
export const MERGE_REPORTS: Readonly<Record<MergeFormat, (overview: Overview, view: MergeView) => string>> = {
  table: tableReport,
  json: overviewJson,
  csv: csvReport,
  html: overviewHtml,
  sarif: overviewSarif,
  "check-json": ({ failures }, { run }) => (run ? wholeRun(run, failures) : ""),
};

/** The report of the run, with what could not be joined: so a report of which parts are missing says so itself. */
function wholeRun(run: CheckDocument, failures: Overview["failures"]): string {
  if (failures.length === 0) return jsonText(run);
  const errors = [
    ...run.errors,
    ...failures.map(({ kind, file, message }) => ({ kind, ...(file !== undefined && { file }), message })),
  ];
  return jsonText({ ...run, summary: { ...run.summary, errors: errors.length, exitCode: 2 }, errors });
}
