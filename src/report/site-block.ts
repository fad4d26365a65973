import type { CheckedFile, CheckedSite } from "../model/outcome.ts";
import type { Excerpt } from "../model/site.ts";
import type { Lines } from "../parse/lines.ts";
import { type ChangeLine, changeLines } from "./change.ts";
import { codeFrame, type FrameLine } from "./code-frame.ts";
import type { Fingerprints } from "./fingerprint.ts";
import { inDoubt } from "./in-doubt.ts";
import { codeOnOneLine, messageLines, wrapped } from "./layout.ts";
import { type Colors, NO_COLORS } from "./paint.ts";
import { visible } from "./safe-text.ts";
import { type Headline, headlinesOf } from "./tally.ts";
import type { ReportView } from "./view.ts";

const INDENTATION = "  ";
/** The columns before the code of a frame or a change: mark, number, sign, blanks. */
const GUTTER = 11;
/** The columns to the right end of a line's number. */
const NUMBER_END = 8;
/** The columns of a frame where no terminal says how many it has, and the fewest. */
const FRAME_WIDTH = 160;
const NARROWEST_FRAME = 40;
const LONGEST_EVIDENCE = 100;
const WIDEST_LABEL = 10;

/**
 * A site in full: headline, code frame, change, evidence, the code in doubt, advice, and where to read on.
 *
 * @param told the advice and the rules of sites above, which is added to: what they say is not said again
 * @param prints the fingerprints of the file's sites, where they are to be told
 */
export function siteBlock(
  { source }: CheckedFile,
  lines: Lines,
  site: CheckedSite,
  view: ReportView,
  told: Set<string> = new Set(),
  prints?: Fingerprints,
): string {
  const colors = view.colors ?? NO_COLORS;
  const headlines = headlinesOf(site);
  const room = Math.max(NARROWEST_FRAME, (view.width ?? FRAME_WIDTH) - GUTTER);
  const frame = codeFrame(source, lines, site, room).map((line) => frameLine(line, colors, headlines[0]));
  return [
    headlines.map((headline) => headlineText(site, headline, view)).join("\n"),
    frame.join("\n"),
    changeBlock(source, lines, site, colors),
    notes(site, headlines, view, told, prints),
  ]
    .filter((block) => block !== "")
    .join("\n\n");
}

/** `line:column  verdict  rule  message`. */
export function headlineText(
  site: { readonly line: number; readonly column: number },
  { verdict, rule, message }: Headline,
  { colors = NO_COLORS, width }: ReportView,
  place = `${site.line}:${site.column}`,
): string {
  const hang = INDENTATION.length + place.length + 2;
  // The words before the message are measured and wrapped with it, and painted afterwards.
  const plain = wrapped([`${verdict}  ${rule}  ${messageLines(message).join(" ")}`], hang, width);
  const painted = plain.replace(
    `${verdict}  ${rule}`,
    `${verdictColor(colors, verdict)(verdict)}  ${colors.bold(rule)}`,
  );
  return `${INDENTATION}${colors.dim(place)}  ${painted}`;
}

function verdictColor(colors: Colors, verdict: Headline["verdict"]): (text: string) => string {
  switch (verdict) {
    case "rewrite":
      return colors.red;
    case "review":
      return colors.yellow;
    default:
      return colors.cyan;
  }
}

function frameLine({ kind, number, text }: FrameLine, colors: Colors, headline: Headline | undefined): string {
  const mark = `${INDENTATION}${kind === "marked" ? ">" : " "}`;
  const gutter = `${mark}${String(number ?? "").padStart(NUMBER_END - mark.length)} | `;
  const painted = kind === "carets" && headline ? verdictColor(colors, headline.verdict)(text) : text;
  return `${colors.dim(gutter)}${kind === "around" || kind === "gap" ? colors.dim(text) : painted}`.trimEnd();
}

const SIGNS = { kept: " ", gap: " ", removed: "-", added: "+" } as const;

function changeBlock(source: string, lines: Lines, site: CheckedSite, colors: Colors): string {
  if (!site.edits || site.suppressed) return "";
  const title = site.verdict === "rewrite" ? "change" : "suggested change";
  const paint = { kept: colors.dim, gap: colors.dim, removed: colors.red, added: colors.green };
  const changed = changeLines(source, lines, site.edits).map(({ kind, number, text }: ChangeLine) => {
    const gutter = String(number ?? "").padStart(NUMBER_END);
    return `${colors.dim(gutter)} ${paint[kind](`${SIGNS[kind]} ${text}`)}`.trimEnd();
  });
  return [`${INDENTATION}${colors.dim(title)}`, ...changed].join("\n");
}

const placeIn = ({ line, column }: Excerpt): string => `${line}:${column}`;

/** What stands below the code, each note after its label. */
function notes(
  site: CheckedSite,
  headlines: readonly Headline[],
  { colors = NO_COLORS, command, docs, width }: ReportView,
  told: Set<string>,
  prints: Fingerprints | undefined,
): string {
  const hang = INDENTATION.length + WIDEST_LABEL;
  const doubted = site.suppressed ? [] : inDoubt(site);
  const widest = Math.max(...[...site.reasons.evidence, ...doubted].map((each) => placeIn(each).length));
  const shown = (each: Excerpt) => `${placeIn(each).padEnd(widest)}  ${codeOnOneLine(each.text, LONGEST_EVIDENCE)}`;
  const evidence = site.reasons.evidence.map((each) => `${shown(each)}  (${each.kind.replace("-", " ")})`);
  const doubt = doubted.map(shown);
  const given = headlines.includes(site) ? site.advice.filter((each) => !each.suppressed) : [];
  const texts = given.map((each) => ({
    rule: each.rule,
    text: `${each.rule}: ${messageLines(each.message).join(" ")}`,
  }));
  const again = texts.filter(({ text }) => told.has(text)).map(({ rule }) => rule);
  const advice = [
    ...texts.flatMap(({ text }) => (told.has(text) ? [] : [text])),
    ...(again.length > 0 ? [`${again.join(", ")}: as above`] : []),
  ];
  const untold = headlines.map(({ rule }) => rule).filter((rule) => !told.has(rule));
  for (const text of [...texts.map((each) => each.text), ...untold]) told.add(text);
  // The page may be out of reach; the command is there.
  const rule = untold.map((each) => `${visible(command)} explain --rule ${each}`);
  const links = untold.map((each) => `${docs}#${each}`);
  const id = prints ? headlines.map(({ rule }) => prints(site, rule)) : [];
  return Object.entries({ evidence, doubt, advice, rule, docs: links, id })
    .filter(([, texts]) => texts.length > 0)
    .map(([label, texts]) => {
      const body = texts.map((text) => wrapped([text], hang, width)).join(`\n${" ".repeat(hang)}`);
      return `${INDENTATION}${colors.dim(label.padEnd(WIDEST_LABEL))}${body}`;
    })
    .join("\n");
}
