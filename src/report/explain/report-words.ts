import type { Problem } from "../../model/outcome.ts";
import type { Verdict } from "../../model/rule-ids.ts";
import type { Reference } from "../../rules/references.ts";
import { code, plain, type Sentence, say } from "../../rules/sentence.ts";
import type { ChangedLines } from "./changed-lines.ts";
import type { Explanation } from "./explanation.ts";

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? "" : "s"}`;

/** The words of reports about several sites, beside those about each of them. */
export const REPORT = {
  title: "Step-up authorization: request the union of scopes",
  columns: ["verdict", "site", "rule", "decision needed"],
  suppressed: "suppressed",
  fixed: "Written after the migration. Lines and columns are those of the files before it.",
  before: "Before",
  after: "After",
  limits: "Where the union does not help",
  references: "References",
  excerpt: ["line", "code", "what is there"],
  nothing: "No step-up handler replaces the requested scope.",
  fingerprint: "Fingerprint",
  undecided: "Could not decide, so this report is not about everything:",
} as const;

/** What became of a site already, for a list of sites. */
export function stateOf({ isSuppressed, fate, verdict }: Explanation): string | undefined {
  if (isSuppressed) return REPORT.suppressed;
  if (fate === undefined || verdict === "already-union") return undefined;
  return verdict === "review" && fate === "left" ? FATES.open : FATES[fate];
}

const FATES = {
  applied: "applied",
  decided: "applied by decision",
  left: "not applied",
  silenced: "left by a comment",
  open: "open",
} as const;

/** How many sites there are of each verdict, and what became of how many already. */
export function countsOf(explanations: readonly Explanation[]): string {
  const countsIn = (names: readonly string[], all: readonly (string | undefined)[]) =>
    names.map((name) => [all.filter((each) => each === name).length, name] as const).filter(([count]) => count > 0);
  const states = explanations.map(stateOf);
  const verdicts = countsIn(
    Object.keys(IMPORTANCE),
    explanations.map(({ verdict }) => verdict),
  );
  const became = countsIn([...Object.values(FATES), REPORT.suppressed], states);
  const text = [verdicts, became]
    .filter((counts) => counts.length > 0)
    .map((counts) => counts.map((each) => each.join(" ")).join(", "));
  const files = new Set(explanations.map(({ file }) => file)).size;
  return `${counted(explanations.length, "site")} in ${counted(files, "file")}: ${text.join("; ")}.`;
}

/** What is looked at first: what a person must decide, then what is changed. */
export const IMPORTANCE = { review: 0, rewrite: 1, "already-union": 2 } satisfies Record<Verdict, number>;

/** Where a problem is, as `file:line:column`, not made safe for any view; empty where it is about the whole run. */
export const placeOf = ({ file, line, column }: Problem): string =>
  [file, line, column].filter((part) => part !== undefined).join(":");

/** Explanations in the order in which they are to be looked at; suppressed ones come after all others. */
export const byImportance = (explanations: readonly Explanation[]): Explanation[] =>
  explanations.toSorted((a, b) => importance(a) - importance(b));

const importance = ({ verdict, isSuppressed }: Explanation): number =>
  IMPORTANCE[verdict] + (isSuppressed ? Object.keys(IMPORTANCE).length : 0);

/** Said where a report was cut. */
export const CUT = {
  failures: (count: number): string => `And ${count} more: the report is limited in size.`,
  rows: (count: number): string => `The table leaves out ${counted(count, "site")}: the report is limited in size.`,
  sections: (count: number): string =>
    `The sections of ${counted(count, "site")} are left out, the least important ones first: the report is limited in size.`,
} as const;

/**
 * Over a block that can be applied by a click.
 *
 * @param missing the helper that the block calls and the file lacks
 */
export const suggestionFor = (block: ChangedLines, missing: string | undefined): Sentence =>
  missing === undefined
    ? say`To be applied to ${linesOf([block])}:`
    : say`To be applied to ${linesOf([block])}, along with ${{ code: missing }}, which it calls:`;

/** `line 3`, `lines 3 to 5`, `lines 3, 5 to 7 and 9`. */
function linesOf(blocks: readonly ChangedLines[]): string {
  const spans = blocks.map(({ line, endLine }) => (line === endLine ? `${line}` : `${line} to ${endLine}`));
  const last = spans.pop() ?? "";
  const word = spans.length === 0 && !last.includes(" ") ? "line" : "lines";
  return `${word} ${spans.length === 0 ? last : `${spans.join(", ")} and ${last}`}`;
}

/** Whether a person must decide something about a site, for a list of sites. */
export const decisionCell = ({ decisions }: Explanation): string => (decisions.length > 0 ? "yes" : "no");

/** The paragraphs on which explanations rest, each once. */
export const referencesOf = (explanations: readonly Explanation[]): Reference[] => [
  ...new Set(explanations.flatMap(({ specification }) => specification)),
];

/** Sites of which a limit is told beside others; of more it is told as of all. */
const MOST_OF_LIMIT = 3;

/** The limits that sites of a report have in common, each once; those of some sites alone with where these are. */
export function generalLimitsOf(explanations: readonly Explanation[]): Sentence[] {
  const limits = new Map(explanations.flatMap(({ general }) => general).map((each) => [plain(each), each]));
  const changing = explanations.filter(({ verdict }) => verdict !== "already-union");
  return [...limits].map(([words, limit]) => {
    const those = changing.filter(({ general }) => general.some((each) => plain(each) === words));
    if (those.length === changing.length || those.length > MOST_OF_LIMIT) return limit;
    const places = those.flatMap(
      ({ file, line }, index): Sentence => [...(index > 0 ? [", "] : []), code(`${file}:${line}`)],
    );
    return [...places, ": ", ...limit];
  });
}

/** The words of the controls of the HTML report. */
export const CONTROLS = {
  overview: "Overview",
  previous: "Previous",
  next: "Next",
  filters: "Filters",
  verdict: "Verdict",
  rule: "Rule",
  file: "File",
  all: "all",
  reset: "Show all",
  shown: "{shown} of {all} sites shown.",
  /** What the button does, not what there is. */
  dark: "Switch to dark",
  light: "Switch to light",
  bar: "Sites and answers",
} as const;

/** The words of the answers that a reader of the HTML report gives, and of the checklist that comes of them. */
export const ANSWERS = {
  undecided: "undecided",
  note: "Note",
  open: "{open} of {all} questions open.",
  answered: "All questions are answered.",
  /** Of a site, in the overview. */
  settled: "answered",
  next: "Next open",
  copy: "Copy answers",
  copied: "Copied, as Markdown.",
  uncopied: "The browser lets no page copy: the text is selected, copy it from here.",
  download: "Download",
  fileName: "step-up-union-decisions.md",
  result: "The answers as Markdown",
  title: "## Step-up authorization: decisions",
  fingerprint: "fingerprint",
} as const;

/** The headings of the page of a rule. */
export const RULE_PAGE = {
  happens: "What happens",
  reasons: "Why it is left to you",
  remedy: "What to do",
  suppress: "To leave a site as it is, the line above it",
} as const;

/** The words of the drawing of a challenge that becomes a request. */
export const FLOW = {
  challenge: "Challenge",
  response: (status: 401 | 403): string => (status === 403 ? "403 insufficient_scope" : "401"),
  union: "Union",
  alone: "Challenged scope alone",
  request: "Request",
  part: (name: "challenged" | "previous" | "granted"): string => (name === "previous" ? "previously requested" : name),
} as const;
