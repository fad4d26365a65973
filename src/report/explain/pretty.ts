import { plain, type Sentence, together } from "../../rules/sentence.ts";
import { withoutCommands } from "../ci-commands.ts";
import type { Colors } from "../paint.ts";
import { visible } from "../safe-text.ts";
import type { Block, Change, Decision, Example } from "./block.ts";
import { type ChangedLines, type MarkedLine, told } from "./changed-lines.ts";
import { HAPPENING, OPERATION, SUMMARY } from "./example-words.ts";
import type { ExcerptLine } from "./excerpt.ts";
import type { Explanation } from "./explanation.ts";
import { commonIndent, window } from "./line-window.ts";
import { byImportance, generalLimitsOf, REPORT, referencesOf } from "./report-words.ts";
import { SECTIONS } from "./words.ts";

const asIs = (text: string): string => text;

/** Narrower than this, nothing can be read. */
const LEAST_WIDTH = 40;
/** Longer lines than this tire the eye, however wide the terminal is. */
const MOST_WIDTH = 110;

/**
 * Explanations for a terminal, one after the other, those first of which something must be decided.
 *
 * @param width of the terminal, in columns
 * @param made what they were made of, and with what; absent where nothing is to be said of it
 */
export function prettyExplanations(
  explanations: readonly Explanation[],
  width: number,
  colors: Colors,
  made?: Sentence,
): string {
  if (explanations.length === 0) return "";
  const columns = Math.min(Math.max(width, LEAST_WIDTH), MOST_WIDTH);
  const pages = byImportance(explanations).map((each) => new Page(columns, colors).of(each));
  return [...pages, new Page(columns, colors).end(explanations, made)].map((page) => `${page}\n`).join("\n");
}

class Page {
  readonly #width: number;
  readonly #colors: Colors;
  readonly #lines: string[] = [];

  constructor(width: number, colors: Colors) {
    this.#width = width;
    this.#colors = colors;
  }

  of({ file, line, column, rule, verdict, page, fingerprint }: Explanation): string {
    const { bold, yellow, dim } = this.#colors;
    const id = fingerprint === undefined ? "" : ` ${fingerprint}`;
    this.#lines.push(`${bold(visible(`${file}:${line}:${column}`))} ${yellow(verdict)} ${dim(`${rule}${id}`)}`);
    for (const block of page) this.#block(block);
    return this.#text();
  }

  /** What stands below all sites: what they have in common, the paragraphs that they rest on, and what they were made of. */
  end(explanations: readonly Explanation[], made: Sentence | undefined): string {
    const limits = generalLimitsOf(explanations);
    if (limits.length > 0) this.#section(REPORT.limits);
    for (const each of limits) this.#item(each);
    this.#section(REPORT.references);
    for (const { document, section, url, sentence } of referencesOf(explanations)) {
      this.#item([`${document}, ${section}: `, ...sentence, ` ${url}`]);
    }
    if (made) {
      this.#lines.push("");
      this.#write(plain(made), "", "");
    }
    return this.#text();
  }

  #text(): string {
    return withoutCommands(this.#lines.join("\n"));
  }

  #block(block: Block): void {
    if (block.kind !== "verdict") this.#section(SECTIONS[block.kind]);
    switch (block.kind) {
      case "verdict":
        this.#say(block.sentence);
        break;
      case "decisions":
        for (const each of block.decisions) this.#decision(each);
        break;
      case "change":
        this.#change(block.change);
        break;
      case "excerpt":
        this.#excerpt(block.lines);
        break;
      case "example":
        this.#example(block.example);
        break;
      default:
        for (const each of block.sentences) this.#item(each);
    }
  }

  #section(title: string): void {
    this.#lines.push(this.#colors.bold(title));
  }

  #item(sentence: Sentence): void {
    this.#write(plain(sentence), "  - ", "    ");
  }

  #decision({ question, answers }: Decision): void {
    this.#say(question);
    const wide = Math.max(...answers.map(({ answer }) => answer.length));
    for (const { answer, action } of answers) {
      this.#write(plain(action), `    ${answer.padEnd(wide)} → `, " ".repeat(wide + 7));
    }
  }

  #say(sentence: Sentence): void {
    this.#write(plain(sentence));
  }

  /** The code with its notes at the margin, or below the line where there is no room. */
  #excerpt(lines: readonly ExcerptLine[]): void {
    const { bold, dim, cyan } = this.#colors;
    const digits = Math.max(...lines.map(({ label }) => label.length));
    for (const { label, line, notes, isSink, isBehindGap } of lines) {
      if (isBehindGap) this.#lines.push(dim(`    ${" ".repeat(digits)} ⋮`));
      const head = `  ${isSink ? ">" : " "} ${label.padStart(digits)} │ `;
      const room = this.#width - head.length;
      // The head of a line says more than what is before a mark that is seen anyway.
      const isSeen = (line.marks[0]?.start ?? 0) < room / 2;
      const text = visible(window(isSeen ? { ...line, marks: [] } : line, 0, room).text.replace(/\t/g, "  "))
        .slice(0, room)
        .trimEnd();
      const note = notes.length === 0 ? "" : `← ${notes.join("; ")}`;
      const paint = isSink ? bold : notes.length > 0 ? asIs : dim;
      const fits = head.length + text.length + 2 + note.length <= this.#width;
      this.#lines.push(`${paint(`${head}${text}`.trimEnd())}${fits && note !== "" ? `  ${cyan(note)}` : ""}`);
      if (!fits && note !== "") this.#write(note, `${" ".repeat(digits + 5)}│   `, `${" ".repeat(digits + 5)}│     `);
    }
  }

  /** A text in lines of the page's width; the code in it keeps its spaces, and stays on one line where it fits. */
  #write(text: string, first = "  ", next = "  "): void {
    let line = first;
    let isEmpty = true;
    for (const word of wordsOf(visible(text), this.#width - next.length)) {
      if (!isEmpty && line.length + 1 + word.length > this.#width) {
        this.#lines.push(this.#painted(line));
        line = next;
        isEmpty = true;
      }
      line += isEmpty ? word : ` ${word}`;
      isEmpty = false;
    }
    this.#lines.push(this.#painted(line));
  }

  /** Code that stands on one line is painted; what is broken in two stays as it is. */
  #painted(line: string): string {
    return line.replace(/`[^`]+`/g, (piece) => this.#colors.cyan(piece));
  }

  #example(example: Example): void {
    const { dim } = this.#colors;
    this.#say(example.start);
    const { operations, courses } = example;
    const rows = [
      ["", ...courses.map(({ name }) => name)],
      ...operations.map((operation, index) => [
        `${index + 1}. ${OPERATION(operation)}`,
        ...courses.map(({ happenings }) => {
          const happening = happenings[index];
          return happening ? HAPPENING(happening) : "";
        }),
      ]),
      [SUMMARY.consents, ...courses.map(({ consents }) => String(consents))],
      [SUMMARY.held, ...courses.map(({ held }) => held)],
    ];
    const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
    for (const row of rows) {
      const line = row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ");
      this.#lines.push(dim(`    ${line}`.trimEnd()));
    }
    this.#say(example.outcome);
  }

  #change(change: Change): void {
    this.#say(together([change.sentence, ...change.remarks]));
    const digits = String(change.blocks.at(-1)?.endLine ?? "").length;
    for (const block of change.blocks) this.#changed(block, digits);
  }

  #changed(block: ChangedLines, digits: number): void {
    const lines = told(block);
    const common = commonIndent(lines.map(({ line }) => line.text));
    for (const { kind, line, number } of lines) {
      const sign = { same: " ", removed: "-", added: "+" }[kind];
      const head = `    ${String(number ?? "").padStart(digits)} ${sign} `;
      const paint = { same: asIs, removed: this.#colors.red, added: this.#colors.green }[kind];
      chunks(line, common, this.#width - head.length).forEach((text, index) => {
        this.#lines.push(paint(`${index === 0 ? head : " ".repeat(head.length)}${text}`));
      });
    }
  }
}

/** The words of a text between which it may be broken: a piece of code is one where the room is enough. */
const wordsOf = (text: string, room: number): string[] =>
  text
    .replace(/`[^`]+`/g, (piece) => (piece.length <= room ? piece.replaceAll(" ", GLUE) : piece))
    .split(" ")
    .map((word) => word.replaceAll(GLUE, " "));

/** No visible text has it. */
const GLUE = "\0";

/** As many lines of the terminal a line of code may take. */
const MOST_CHUNKS = 3;

/** A line without the indentation that all have, broken to the room; around its marks if it is too long for that. */
function chunks(line: MarkedLine, indent: number, room: number): string[] {
  const text = visible(window(line, indent, room * MOST_CHUNKS).text.replace(/\t/g, "  "));
  const found = [];
  for (let start = 0; start === 0 || start < text.length; start += room) found.push(text.slice(start, start + room));
  return found;
}
