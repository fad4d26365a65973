import type { Failure } from "../../model/outcome.ts";
import { code, fromMessage, type Sentence, together } from "../../rules/sentence.ts";
import { told } from "./changed-lines.ts";
import { ALLOWED, ASKS, OPERATION, SUMMARY } from "./example-words.ts";
import type { Explanation, Step } from "./explanation.ts";
import { codeBlock, codeCell, codeElement, codeSpan, inertText, markdownOf, visibleLine } from "./inert-markdown.ts";
import { window } from "./line-window.ts";
import { escapeHtml } from "./markup.ts";
import {
  byImportance,
  CHANGED,
  CUT,
  countsOf,
  headingOfToday,
  placeOf,
  REPORT,
  SCREENS,
  stateOf,
  suggestionFor,
  UNCHANGED,
} from "./report-words.ts";
import { SECTIONS, SUPPRESSED_ADVICE } from "./words.ts";

/** The most that a comment on GitHub takes, in characters. */
export const COMMENT_LIMIT = 65_536;
/** No report fits in less: its title, its counts and the remarks that it was cut. */
const LEAST_LIMIT = 1_000;

/**
 * Explanations for a pull request: a table, and a section for each site that can be opened, those first that change
 * something. What does not fit is left out as a whole, and it is said so.
 *
 * @param limit the most characters (UTF-16 code units) that the text may have
 * @param failures what the report should be about, too, and is not
 * @throws {RangeError} for a limit that not even the title fits in
 */
export function markdownExplanations(
  explanations: readonly Explanation[],
  limit: number = COMMENT_LIMIT,
  failures: readonly Failure[] = [],
): string {
  if (limit < LEAST_LIMIT) throw new RangeError(`a report needs at least ${LEAST_LIMIT} characters, not ${limit}`);
  const undecided = failures.length > 0 ? [undecidedOf(failures, limit / 4)] : [];
  const title = `## ${REPORT.title}`;
  if (explanations.length === 0) return `${[title, REPORT.nothing, ...undecided].join("\n\n")}\n`;
  const sorted = byImportance(explanations);
  const counts = countsOf(sorted);
  const fixed = explanations.some(({ fate }) => fate !== undefined) ? [REPORT.fixed] : [];
  const head = [title, counts, ...fixed, ...undecided].join("\n\n");
  const remarks = CUT.rows(sorted.length).length + CUT.sections(sorted.length).length + 8;
  const room = limit - head.length - remarks;
  const table = tableOf(sorted, room / 2);
  const sections = fitting(sorted.map(sectionOf), room - table.length - 3);
  const left = sorted.length - sections.length;
  const parts = [head, table, ...sections, ...(left > 0 ? [`**${CUT.sections(left)}**`] : [])];
  return `${parts.join("\n\n")}\n`;
}

/** What could not be decided, so that nobody takes the report for the whole; as much of it as fits. */
function undecidedOf(failures: readonly Failure[], room: number): string {
  const lines = failures.map((failure) => {
    const place = placeOf(failure);
    return `- ${place === "" ? "" : `${codeSpan(place)} `}${inertText(failure.message.replace(/\s+/g, " "))}`;
  });
  const shown = fitting(lines, room);
  const left = lines.length - shown.length;
  return [`**${REPORT.undecided}**`, "", ...shown, ...(left > 0 ? [`- ${CUT.failures(left)}`] : [])].join("\n");
}

/**
 * The first texts that fit into some room, with an empty line before each. One that would not fit even by itself keeps
 * no other one out; else none comes before a more important one is in.
 */
function fitting(texts: readonly string[], room: number): string[] {
  let used = 0;
  return texts.filter((text) => {
    const size = text.length + 2;
    if (size > room) return false;
    used += size;
    return used <= room;
  });
}

function tableOf(explanations: readonly Explanation[], room: number): string {
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const head = [row(REPORT.columns), row(REPORT.columns.map(() => "---"))];
  const rows = explanations.map((explanation) => {
    const { file, line, column, rule, example } = explanation;
    return row([
      verdictOf(explanation),
      codeCell(`${file}:${line}:${column}`),
      codeCell(rule),
      SCREENS(example.courses.map(({ consents }) => consents)),
    ]);
  });
  const shown = fitting(rows, room - head.join("\n").length);
  const left = rows.length - shown.length;
  return [...head, ...shown, ...(left > 0 ? ["", `**${CUT.rows(left)}**`] : [])].join("\n");
}

function verdictOf(explanation: Explanation): string {
  const state = stateOf(explanation);
  return state === undefined ? explanation.verdict : `${explanation.verdict} (${state})`;
}

function sectionOf(explanation: Explanation): string {
  const { file, line, column, rule, message, conclusion, today, evidence, parts, left } = explanation;
  const heading = (title: string) => `#### ${title}`;
  const summary = `<b>${escapeHtml(verdictOf(explanation))}</b> ${codeElement(`${file}:${line}:${column}`)} ${escapeHtml(rule)}`;
  const listed = (title: string, sentences: readonly Sentence[]) =>
    sentences.length === 0 ? [] : [heading(title), list(sentences)];
  const advice = explanation.advice.map(
    ({ rule: id, message: text, suppressed }): Sentence => [
      code(id),
      ": ",
      ...fromMessage(text),
      ...(suppressed === undefined ? [] : [` (${SUPPRESSED_ADVICE(suppressed)})`]),
    ],
  );
  return [
    `<details>\n<summary>${summary}</summary>`,
    ...(explanation.fate === "applied" ? [] : [markdownOf(fromMessage(message))]),
    markdownOf(conclusion),
    heading(SECTIONS.change),
    ...changeOf(explanation),
    heading(headingOfToday(explanation)),
    markdownOf(together(today)),
    heading(SECTIONS.example),
    ...exampleOf(explanation),
    heading(SECTIONS.evidence),
    ...(evidence.steps.length > 0 ? [steps(evidence.steps)] : []),
    markdownOf(evidence.sentence),
    ...listed(SECTIONS.proof, explanation.proof),
    heading(SECTIONS.parts),
    parts
      .map((part) => [`- ${part.name}: ${markdownOf(part.sentence)}`, ...indented(steps(part.steps))].join("\n"))
      .join("\n"),
    ...(left.length > 0 ? [heading(SECTIONS.left), steps(left)] : []),
    ...listed(SECTIONS.limits, explanation.limits),
    ...listed(SECTIONS.advice, advice),
    heading(SECTIONS.specification),
    explanation.specification
      .map(
        ({ document, section, url, sentence }) =>
          `- [${inertText(`${document}, ${section}`)}](${url}): ${markdownOf(sentence)}`,
      )
      .join("\n"),
    heading(REPORT.checklist),
    checklistOf(explanation)
      .map((each) => `- [ ] ${markdownOf(each)}`)
      .join("\n"),
    "</details>",
  ].join("\n\n");
}

const list = (sentences: readonly Sentence[]): string => sentences.map((each) => `- ${markdownOf(each)}`).join("\n");

const steps = (all: readonly Step[]): string =>
  all
    .map(({ line, column, text, sentence }) => `- ${line}:${column} ${codeSpan(text)} ${markdownOf(sentence)}`)
    .join("\n");

const indented = (text: string): string[] => (text === "" ? [] : text.split("\n").map((line) => `  ${line}`));

function exampleOf({ example }: Explanation): string[] {
  const { operations, courses } = example;
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const happened = (requested: string | undefined) => (requested === undefined ? ALLOWED : ASKS(requested));
  const table = [
    row(["", ...courses.map(({ name }) => name)]),
    row(["---", ...courses.map(() => "---")]),
    ...operations.map((operation, index) =>
      row([OPERATION(operation), ...courses.map(({ happenings }) => happened(happenings[index]?.requested))]),
    ),
    row([SUMMARY.consents, ...courses.map(({ consents }) => String(consents))]),
    row([SUMMARY.held, ...courses.map(({ held }) => held)]),
  ];
  return [markdownOf(example.start), table.join("\n"), markdownOf(example.outcome)];
}

/** Longer lines, of minified files, are cut around what changes in them. */
const LONGEST_LINE = 400;

function changeOf({ change, fate }: Explanation): string[] {
  const lines = change.blocks.flatMap((block, index) => [
    ...(index > 0 || block.line > 1 ? [`@@ line ${block.line} @@`] : []),
    ...told(block).map(
      ({ kind, line }) => `${{ same: " ", removed: "-", added: "+" }[kind]}${window(line, 0, LONGEST_LINE).text}`,
    ),
  ]);
  const remarks = [change.sentence, ...change.remarks];
  return [
    markdownOf(together(remarks)),
    ...(lines.length > 0 ? [codeBlock("diff", lines)] : []),
    // What is applied is applied; what somebody decided against is not offered again.
    ...(fate === undefined || fate === "left" ? suggestionOf(change) : []),
  ];
}

/** The new lines as a block that can be applied, where they are one run and can be shown as they are. */
function suggestionOf({ blocks, remarks }: Explanation["change"]): string[] {
  const [block, ...others] = blocks;
  if (!block || others.length > 0) return [];
  const lines = block.after.map(({ text }) => text);
  if (lines.some((line) => line.length > LONGEST_LINE || visibleLine(line) !== line)) return [];
  return [markdownOf(suggestionFor(block, remarks)), codeBlock("suggestion", lines)];
}

/** What a reviewer ticks: the questions, that nothing else was changed, and that what was left is as it was. */
function checklistOf({ questions, left, change }: Explanation): Sentence[] {
  const changed = change.isApplied ? [CHANGED(change.blocks)] : [];
  return [...questions, ...changed, ...left.map(UNCHANGED)];
}
