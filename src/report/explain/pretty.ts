import { plain, type Sentence, together } from "../../rules/sentence.ts";
import type { Colors } from "../paint.ts";
import { visible } from "../safe-text.ts";
import { type ChangedLines, type MarkedLine, told } from "./changed-lines.ts";
import { ALLOWED, ASKS, OPERATION, SUMMARY } from "./example-words.ts";
import type { Explanation, Step } from "./explanation.ts";
import { commonIndent, window } from "./line-window.ts";
import { headingOfToday } from "./report-words.ts";
import { SECTIONS, SUPPRESSED_ADVICE } from "./words.ts";

const asIs = (text: string): string => text;

/** Narrower than this, nothing can be read. */
const LEAST_WIDTH = 40;
/** Longer lines than this tire the eye, however wide the terminal is. */
const MOST_WIDTH = 110;

/**
 * Explanations for a terminal, one after the other.
 *
 * @param width of the terminal, in columns
 */
export function prettyExplanations(explanations: readonly Explanation[], width: number, colors: Colors): string {
  const columns = Math.min(Math.max(width, LEAST_WIDTH), MOST_WIDTH);
  return explanations.map((each) => `${new Page(columns, colors).of(each)}\n`).join("\n");
}

class Page {
  readonly #width: number;
  readonly #colors: Colors;
  readonly #lines: string[] = [];

  constructor(width: number, colors: Colors) {
    this.#width = width;
    this.#colors = colors;
  }

  of(explanation: Explanation): string {
    const { bold, yellow, dim } = this.#colors;
    const { file, line, column, rule } = explanation;
    this.#lines.push(`${bold(visible(`${file}:${line}:${column}`))} ${yellow(explanation.verdict)} ${dim(rule)}`);
    this.#write(explanation.message);
    this.#say(explanation.conclusion);
    this.#section(headingOfToday(explanation));
    this.#say(together(explanation.today));
    this.#example(explanation);
    this.#section(SECTIONS.evidence);
    this.#steps(explanation.evidence.steps);
    this.#say(explanation.evidence.sentence);
    this.#list(SECTIONS.proof, explanation.proof);
    this.#section(SECTIONS.parts);
    for (const part of explanation.parts) {
      this.#say([`${part.name}: `, ...part.sentence]);
      this.#steps(part.steps);
    }
    this.#change(explanation);
    if (explanation.left.length > 0) {
      this.#section(SECTIONS.left);
      this.#steps(explanation.left);
    }
    this.#list(SECTIONS.limits, explanation.limits);
    this.#list(SECTIONS.questions, explanation.questions);
    this.#list(
      SECTIONS.advice,
      explanation.advice.map(adviceText).map((text) => [text]),
    );
    this.#list(
      SECTIONS.specification,
      explanation.specification.map(({ document, section, sentence }) => [`${document}, ${section}: `, ...sentence]),
    );
    return this.#lines.map(withoutCommands).join("\n");
  }

  #section(title: string): void {
    this.#lines.push(this.#colors.bold(title));
  }

  #list(title: string, sentences: readonly Sentence[]): void {
    if (sentences.length === 0) return;
    this.#section(title);
    for (const sentence of sentences) this.#write(plain(sentence), "  - ", "    ");
  }

  #say(sentence: Sentence): void {
    this.#write(plain(sentence));
  }

  #steps(steps: readonly Step[]): void {
    const places = steps.map(({ line, column }) => `${line}:${column}`);
    const wide = Math.max(0, ...places.map(({ length }) => length));
    steps.forEach(({ text, sentence }, index) => {
      this.#write(
        plain([{ code: text }, " ", ...sentence]),
        `    ${places[index]?.padStart(wide)}  `,
        "      ".padEnd(wide + 6),
      );
    });
  }

  /** A text in lines of the page's width; the code in it keeps its spaces. */
  #write(text: string, first = "  ", next = "  "): void {
    let line = first;
    let isEmpty = true;
    for (const word of visible(text).split(" ")) {
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

  #example({ example }: Explanation): void {
    const { dim } = this.#colors;
    this.#section(SECTIONS.example);
    this.#say(example.start);
    const { operations, courses } = example;
    const rows = [
      ["", ...courses.map(({ name }) => name)],
      ...operations.map((operation, index) => [
        `${index + 1}. ${OPERATION(operation)}`,
        ...courses.map(({ happenings }) => {
          const requested = happenings[index]?.requested;
          return requested === undefined ? ALLOWED : ASKS(requested);
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
  }

  #change({ change }: Explanation): void {
    this.#section(SECTIONS.change);
    this.#say(change.sentence);
    const digits = String(change.blocks.at(-1)?.endLine ?? "").length;
    for (const block of change.blocks) this.#block(block, digits);
    for (const remark of change.remarks) this.#say(remark);
  }

  #block(block: ChangedLines, digits: number): void {
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

/** A line in which a CI runner that reads the output finds no command: `::error::…` at its head, `##[…]` anywhere. */
function withoutCommands(line: string): string {
  return line.replace(/^(\s*):(?=:)/, "$1\\u003a").replace(/##\[/g, "#\\u0023[");
}

/** As many lines of the terminal a line of code may take. */
const MOST_CHUNKS = 3;

/** A line without the indentation that all have, broken to the room; around its marks if it is too long for that. */
function chunks(line: MarkedLine, indent: number, room: number): string[] {
  const text = visible(window(line, indent, room * MOST_CHUNKS).text.replace(/\t/g, "  "));
  const found = [];
  for (let start = 0; start === 0 || start < text.length; start += room) found.push(text.slice(start, start + room));
  return found;
}

function adviceText({ rule, message, suppressed }: Explanation["advice"][number]): string {
  return `${rule}: ${message}${suppressed === undefined ? "" : ` (${SUPPRESSED_ADVICE(suppressed)})`}`;
}
