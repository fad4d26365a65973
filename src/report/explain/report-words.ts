import type { Problem } from "../../model/outcome.ts";
import type { Verdict } from "../../model/rule-ids.ts";
import { code, type Sentence, say } from "../../rules/sentence.ts";
import type { ChangedLines } from "./changed-lines.ts";
import type { Explanation, Step } from "./explanation.ts";
import { BEFORE, SECTIONS } from "./words.ts";

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? "" : "s"}`;

/** The words of reports about several sites, beside those about each of them. */
export const REPORT = {
  title: "Step-up authorization: request the union of scopes",
  columns: ["verdict", "site", "rule", "consent screens, before → after"],
  suppressed: "suppressed",
  fixed: "Written after the migration. Lines and columns are those of the files before it.",
  before: "Before",
  after: "After",
  checklist: "Checklist",
  nothing: "No site was found.",
  undecided: "Could not decide, so this report is not about everything:",
} as const;

/** The heading of what the code does, or did. */
export const headingOfToday = ({ fate }: Explanation): string => (fate === "applied" ? BEFORE : SECTIONS.today);

/** What became of a site already, for a list of sites. */
export function stateOf({ isSuppressed, fate, verdict }: Explanation): string | undefined {
  if (isSuppressed) return REPORT.suppressed;
  if (fate === undefined || verdict === "already-union") return undefined;
  return verdict === "review" && fate === "left" ? FATES.open : FATES[fate];
}

const FATES = { applied: "applied", left: "not applied", silenced: "left by a comment", open: "open" } as const;

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

/** What is looked at first: what is changed, then what a person must decide. */
export const IMPORTANCE = { rewrite: 0, review: 1, "already-union": 2 } satisfies Record<Verdict, number>;

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

/** Over a block that can be applied by a click. */
export function suggestionFor(block: ChangedLines, helper: readonly Sentence[]): Sentence {
  return [`To be applied to ${linesOf([block])}. `, ...helper.flat()];
}

/** What a reviewer ticks of what must not have changed. */
export const UNCHANGED = ({ line, text }: Step): Sentence => say`Line ${line} is unchanged: ${code(text)}.`;

/** What a reviewer ticks of the change. */
export const CHANGED = (blocks: readonly ChangedLines[]): Sentence =>
  say`On ${linesOf(blocks)}, nothing but the above has changed.`;

/** `line 3`, `lines 3 to 5`, `lines 3, 5 to 7 and 9`. */
function linesOf(blocks: readonly ChangedLines[]): string {
  const spans = blocks.map(({ line, endLine }) => (line === endLine ? `${line}` : `${line} to ${endLine}`));
  const last = spans.pop() ?? "";
  const word = spans.length === 0 && !last.includes(" ") ? "line" : "lines";
  return `${word} ${spans.length === 0 ? last : `${spans.join(", ")} and ${last}`}`;
}

/** The consent screens of a site's example, before and after. */
export const SCREENS = (consents: readonly number[]): string => consents.slice(0, 2).join(" → ");

/** The words of the controls of the HTML report. */
export const CONTROLS = {
  overview: "Overview",
  filters: "Filters",
  verdict: "Verdict",
  rule: "Rule",
  file: "File",
  all: "all",
  reset: "Show all",
  shown: "{shown} of {all} sites shown.",
  dark: "Dark",
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
