import { styleText } from "node:util";
import type { Verdict } from "../src/model/rule-ids.ts";
import { RULES } from "../src/rules/table.ts";
import type { Mark, PackageResult } from "./result.ts";

/** From here on a file counts as slow: a multiple of what parsing it takes. */
const SLOW_RATIO = 2;
/** And a number of seconds. */
const SLOW_SECONDS = 10;

const HEADINGS = ["files", "parsed", "MB", "rewrite", "review", "union", "errors", "missed", "s", "s/parse", "peak MB"];
const WIDTHS = [7, 8, 8, 9, 8, 7, 8, 8, 8, 9, 9];

/** The width of the first column. */
const TITLE = 52;

export const HEADER = styleText("dim", `${"".padEnd(TITLE)}${cells(HEADINGS)}`);

/** What came of a package, as one line. */
export function packageLine(result: PackageResult, differs: boolean): string {
  const mark = differs ? styleText("red", "  differs") : "";
  return `${result.title.padEnd(TITLE)}${cells(figures([result]))}${mark}`;
}

/** What came of all packages, as one line, and what was found rule by rule. */
export function totals(results: readonly PackageResult[]): string {
  const title = `${results.length} packages`;
  const rules = [...counts(results)].map(([mark, count]) => `  ${mark.padEnd(36)}${String(count).padStart(6)}`);
  return [`${title.padEnd(TITLE)}${cells(figures(results))}`, "", ...rules].join("\n");
}

/** The files on which the engine takes long, in seconds or beside its parser, the slowest first. */
export function slowFiles(results: readonly PackageResult[]): string[] {
  return results
    .flatMap(({ title, files }) => files.map((each) => ({ title, ...each })))
    .filter(({ seconds, parserSeconds }) => seconds > SLOW_SECONDS || seconds > SLOW_RATIO * (parserSeconds ?? seconds))
    .sort((a, b) => b.seconds - a.seconds)
    .map(({ title, file, seconds, parserSeconds = 0 }) => {
      const ratio = (seconds / parserSeconds).toFixed(1);
      return `${title}, ${file}: ${seconds.toFixed(1)} s, the parser alone ${parserSeconds.toFixed(1)} s (${ratio} times)`;
    });
}

function figures(results: readonly PackageResult[]): string[] {
  const files = results.flatMap((result) => result.files);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const measured = files.filter(({ parserSeconds }) => parserSeconds !== undefined);
  const ratio =
    sum(measured.map(({ seconds }) => seconds)) / sum(measured.map(({ parserSeconds = 0 }) => parserSeconds));
  const marks = counts(results);
  const ofVerdict = (verdict: Verdict) => sum([...marks].map(([mark, n]) => (mark.startsWith(`${verdict} `) ? n : 0)));
  return [
    `${files.length}`,
    `${files.filter(({ candidate }) => candidate).length}`,
    (sum(files.map(({ bytes }) => bytes)) / 1_000_000).toFixed(1),
    `${ofVerdict("rewrite")}`,
    `${ofVerdict("review")}`,
    `${ofVerdict("already-union")}`,
    `${marks.get("parse-error") ?? 0}`,
    `${marks.get("text-match") ?? 0}`,
    sum(files.map(({ seconds }) => seconds)).toFixed(1),
    Number.isNaN(ratio) ? "" : ratio.toFixed(1),
    Math.max(0, ...results.map(({ peakMegabytes }) => peakMegabytes)).toFixed(0),
  ];
}

/** How often each mark occurs, in the order of the rules. */
function counts(results: readonly PackageResult[]): Map<Mark, number> {
  const found = results.flatMap(({ files }) => files.flatMap(({ findings }) => findings.map(({ mark }) => mark)));
  const order = Object.keys(RULES);
  const rank = (mark: Mark) => (order.indexOf(mark.split(" ")[1] ?? "") + order.length + 1) % (order.length + 1);
  const marks = [...new Set(found)].sort((a, b) => rank(a) - rank(b));
  return new Map(marks.map((mark) => [mark, found.filter((each) => each === mark).length]));
}

function cells(values: readonly string[]): string {
  return values.map((value, column) => value.padStart(WIDTHS[column] ?? 0)).join("");
}
