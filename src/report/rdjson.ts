import { ordered, splice } from "../edit/splice.ts";
import type { Outcome } from "../model/outcome.ts";
import type { Edit, Range } from "../model/site.ts";
import { code, fromMessage, type Sentence, say } from "../rules/sentence.ts";
import { markdownOf } from "./explain/inert-markdown.ts";
import { HELPER } from "./explain/words.ts";
import { withoutHidden } from "./json-text.ts";
import { messageLines } from "./layout.ts";
import { type PlacedFailure, placedFailures } from "./problem-file.ts";
import type { TextPlaces } from "./text-places.ts";
import { INSTALLED_PACKAGE, type Told, toldOf } from "./told.ts";
import type { ReportView } from "./view.ts";

const SEVERITIES = { rewrite: "ERROR", review: "WARNING", advice: "INFO" } as const;

const REVIEW = say`The suggestion is to be applied only if a person finds it right.`;

/**
 * What a run found as reviewdog's `DiagnosticResult`: files that could not be judged, then findings, with their change
 * as one suggestion that can be applied, and advice.
 *
 * Columns count bytes of UTF-8, ends are exclusive. Messages are Markdown, which reviewdog posts as it is. Paths count
 * from the working folder.
 *
 * @returns JSON that ends with a line feed
 */
export function rdjsonReport(outcome: Outcome, view: Pick<ReportView, "docs" | "failOn" | "provenance">): string {
  const { docs } = view;
  const document = {
    source: { name: "step-up-union", url: docs },
    diagnostics: [
      ...placedFailures(outcome).map(diagnosticOfFailure),
      ...toldOf(outcome, view).map((told) => diagnosticOf(told, docs)),
    ],
  };
  return `${withoutHidden(JSON.stringify(document, null, 2))}\n`;
}

function diagnosticOf(told: Told, docs: string) {
  const { file, verdict, rule, message, found, line, column } = told;
  const edits = verdict !== "advice" && found?.site.edits ? ordered(found.site.edits) : [];
  const remarks = remarksOf(told, edits);
  const range = found ? rangeOf(found.places, found.site) : { start: { line, column } };
  return {
    message: [fromMessage(remarks.length > 0 ? `${message}.` : message), ...remarks].map(markdownOf).join(" "),
    location: { path: file, range },
    severity: SEVERITIES[verdict],
    code: { value: rule, url: rule === INSTALLED_PACKAGE ? docs : `${docs}#${rule}` },
    ...(found && edits.length > 0 && { suggestions: [suggestionOf(found.file.source, found.places, edits)] }),
  };
}

/** What must be known of a suggestion before it is applied. */
function remarksOf({ verdict, found }: Told, edits: readonly Edit[]): Sentence[] {
  const helper = found?.site.helper;
  if (!found || edits.length === 0) return [];
  const isThere = helper !== undefined && found.file.source.match(/[\w$]+/g)?.includes(helper);
  return [
    ...(verdict === "review" ? [REVIEW] : []),
    ...(helper === undefined || isThere ? [] : [HELPER.missing(code(helper))]),
  ];
}

/** All edits of a site as one: several suggestions would be several ways to mend it. */
function suggestionOf(source: string, places: TextPlaces, edits: readonly Edit[]) {
  const start = edits[0]?.start ?? 0;
  const end = Math.max(...edits.map((edit) => edit.end));
  const moved = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return { range: rangeOf(places, { start, end }), text: splice(source.slice(start, end), moved) };
}

function rangeOf(places: TextPlaces, range: Range) {
  const { line, column, endLine, endColumn } = places.bytes(range);
  return { start: { line, column }, end: { line: endLine, column: endColumn } };
}

function diagnosticOfFailure({ kind, file, line, column, message }: PlacedFailure) {
  const start = line === undefined ? undefined : { line, ...(column !== undefined && { column }) };
  return {
    message: markdownOf([`Could not decide: ${messageLines(message).join(" ")}`]),
    location: { path: file, ...(start && { range: { start } }) },
    severity: "ERROR",
    code: { value: kind },
  };
}
