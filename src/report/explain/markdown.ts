import type { Failure } from "../../model/outcome.ts";
import { type Sentence, together } from "../../rules/sentence.ts";
import { withoutCommands } from "../ci-commands.ts";
import type { Block, Change, Decision, Example } from "./block.ts";
import type { Happening } from "./course.ts";
import { diffLines, LONGEST_LINE } from "./diff-lines.ts";
import { HAPPENING, OPERATION, SUMMARY } from "./example-words.ts";
import type { ExcerptLine } from "./excerpt.ts";
import type { Explanation } from "./explanation.ts";
import { codeBlock, codeCell, codeElement, codeSpan, inertText, markdownOf, visibleLine } from "./inert-markdown.ts";
import { window } from "./line-window.ts";
import { escapeHtml } from "./markup.ts";
import {
  byImportance,
  CUT,
  countsOf,
  decisionCell,
  generalLimitsOf,
  placeOf,
  REPORT,
  referencesOf,
  stateOf,
  suggestionFor,
} from "./report-words.ts";
import { SECTIONS } from "./words.ts";

/** The most that a comment on GitHub takes, in characters. */
export const COMMENT_LIMIT = 65_536;
/** No report fits in less: its title, its counts and the remarks that it was cut. */
const LEAST_LIMIT = 1_000;

interface Others {
  readonly notes?: readonly string[];
  readonly nothing?: string;
  readonly made?: Sentence | undefined;
}

/**
 * Explanations for a pull request: a table, and a section for each site that can be opened, those first, and open, of
 * which something must be decided. What does not fit is left out as a whole, and it is said so.
 *
 * @param limit the most characters (UTF-16 code units) that the text may have
 * @param failures what the report should be about, too, and is not
 * @param others what else there is to say: paragraphs of Markdown, one for the case that there is no explanation, and
 *   what the report was made of
 * @throws {RangeError} for a limit that not even the title fits in
 */
export function markdownExplanations(
  explanations: readonly Explanation[],
  limit: number = COMMENT_LIMIT,
  failures: readonly Failure[] = [],
  { notes = [], nothing = REPORT.nothing, made }: Others = {},
): string {
  if (limit < LEAST_LIMIT) throw new RangeError(`a report needs at least ${LEAST_LIMIT} characters, not ${limit}`);
  const undecided = failures.length > 0 ? [undecidedOf(failures, limit / 4)] : [];
  const title = `## ${REPORT.title}`;
  const said = fitting(notes, limit / 4);
  const origin = made ? [withoutCommands(markdownOf(made))] : [];
  if (explanations.length === 0) return `${[title, nothing, ...said, ...undecided, ...origin].join("\n\n")}\n`;
  const sorted = byImportance(explanations);
  const counts = countsOf(sorted);
  const fixed = explanations.some(({ fate }) => fate !== undefined) ? [REPORT.fixed] : [];
  const head = [title, counts, ...fixed, ...said, ...undecided].join("\n\n");
  const remarks = CUT.rows(sorted.length).length + CUT.sections(sorted.length).length + 8;
  const end = fitting([endOf(sorted), ...origin], (limit - head.length) / 4);
  const room = limit - head.length - remarks - end.join("").length - 2;
  const table = tableOf(sorted, room / 2);
  const sections = fitting(sorted.map(sectionOf), room - table.length - 3);
  const left = sorted.length - sections.length;
  const parts = [head, table, ...sections, ...(left > 0 ? [`**${CUT.sections(left)}**`] : []), ...end];
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
 * The first texts that fit into some room, with an empty line before each, and without commands of CI systems. One that would not fit even by itself keeps
 * no other one out; else none comes before a more important one is in.
 */
function fitting(texts: readonly string[], room: number): string[] {
  let used = 0;
  return texts.map(withoutCommands).filter((text) => {
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
    const { file, line, column, rule } = explanation;
    return row([
      verdictOf(explanation),
      codeCell(`${file}:${line}:${column}`),
      codeCell(rule),
      decisionCell(explanation),
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
  const { file, line, column, rule, page, decisions, fate, fingerprint } = explanation;
  const summary = `<b>${escapeHtml(verdictOf(explanation))}</b> ${codeElement(`${file}:${line}:${column}`)} ${escapeHtml(rule)}`;
  // What is applied is applied; what somebody decided against is not offered again.
  const isOffered = fate === undefined || fate === "left";
  return [
    `<details${decisions.length > 0 ? " open" : ""}>\n<summary>${summary}</summary>`,
    ...page.flatMap((block) => [...headingOf(block), ...blockOf(block, isOffered)]),
    ...(fingerprint === undefined ? [] : [`${REPORT.fingerprint} ${codeSpan(fingerprint)}`]),
    "</details>",
  ].join("\n\n");
}

/** The decision stands in a quote, which has its heading in it. */
const headingOf = ({ kind }: Block): string[] =>
  kind === "verdict" || kind === "decisions" ? [] : [`#### ${SECTIONS[kind]}`];

function blockOf(block: Block, isOffered: boolean): string[] {
  switch (block.kind) {
    case "verdict":
      return [markdownOf(block.sentence)];
    case "decisions":
      return [decisionsOf(block.decisions)];
    case "change":
      return changeOf(block.change, isOffered);
    case "excerpt":
      return [excerptOf(block.lines)];
    case "example":
      return exampleOf(block.example);
    default:
      return [list(block.sentences)];
  }
}

const list = (sentences: readonly Sentence[]): string => sentences.map((each) => `- ${markdownOf(each)}`).join("\n");

/** A quoted block, which stands out. */
function decisionsOf(decisions: readonly Decision[]): string {
  const lines = decisions.flatMap(({ question, answers }) => [
    "",
    markdownOf(question),
    ...answers.map(({ answer, action }) => `- **${answer}** → ${markdownOf(action)}`),
  ]);
  return [`**${SECTIONS.decisions}**`, ...lines].map((line) => `> ${line}`.trimEnd()).join("\n");
}

/** The code as a block, its notes at the margin. */
function excerptOf(lines: readonly ExcerptLine[]): string {
  const digits = Math.max(0, ...lines.map(({ label }) => label.length));
  const shown = lines.flatMap(({ label, line, notes, isSink, isBehindGap }) => {
    const text = `${isSink ? ">" : " "} ${label.padStart(digits)} | ${window(line, 0, LONGEST_LINE).text}`.trimEnd();
    return [
      ...(isBehindGap ? [`  ${" ".repeat(digits)} ⋮`] : []),
      notes.length === 0 ? text : `${text}   ← ${notes.join("; ")}`,
    ];
  });
  return codeBlock("text", shown);
}

/** What all sections have in common, and the paragraphs on which they rest. */
function endOf(explanations: readonly Explanation[]): string {
  const items = referencesOf(explanations).map(
    ({ document, section, url, sentence }) =>
      `- [${inertText(`${document}, ${section}`)}](${url}): ${markdownOf(sentence)}`,
  );
  const limits = generalLimitsOf(explanations);
  return [
    ...(limits.length > 0 ? [`#### ${REPORT.limits}`, "", list(limits), ""] : []),
    `#### ${REPORT.references}`,
    "",
    ...items,
  ].join("\n");
}

function exampleOf({ start, outcome, operations, courses }: Example): string[] {
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const happened = (happening: Happening | undefined) => (happening ? HAPPENING(happening) : "");
  const table = [
    row(["", ...courses.map(({ name }) => name)]),
    row(["---", ...courses.map(() => "---")]),
    ...operations.map((operation, index) =>
      row([OPERATION(operation), ...courses.map(({ happenings }) => happened(happenings[index]))]),
    ),
    row([SUMMARY.consents, ...courses.map(({ consents }) => String(consents))]),
    row([SUMMARY.held, ...courses.map(({ held }) => held)]),
  ];
  return [markdownOf(start), table.join("\n"), markdownOf(outcome)];
}

function changeOf(change: Change, isOffered: boolean): string[] {
  const lines = diffLines(change.blocks);
  const remarks = [change.sentence, ...change.remarks];
  return [
    markdownOf(together(remarks)),
    ...(lines.length > 0 ? [codeBlock("diff", lines)] : []),
    ...(isOffered ? suggestionOf(change) : []),
  ];
}

/** The new lines as a block that can be applied, where they are one run and can be shown as they are. */
function suggestionOf({ blocks, missing }: Change): string[] {
  const [block, ...others] = blocks;
  if (!block || others.length > 0) return [];
  const lines = block.after.map(({ text }) => text);
  if (lines.some((line) => line.length > LONGEST_LINE || visibleLine(line) !== line)) return [];
  return [markdownOf(suggestionFor(block, missing)), codeBlock("suggestion", lines)];
}
